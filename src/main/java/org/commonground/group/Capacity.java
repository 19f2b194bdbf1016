package org.commonground.group;

/**
 * How many people a group can take.
 *
 * @param places seats in all
 * @param newPeopleAMonth most new people in one calendar month
 * @param openOffers most offers that may wait for the organisers' answer at once
 */
public record Capacity(int places, int newPeopleAMonth, int openOffers) {}

package org.commonground.account;

/**
 * The link workers of one neighbourhood, who share a task list.
 *
 * @param lead the team lead's account; null until one is appointed
 */
public record Team(TeamId id, String name, AccountId lead) {}

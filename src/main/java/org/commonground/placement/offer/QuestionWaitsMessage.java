package org.commonground.placement.offer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commonground.account.Account;
import org.commonground.account.AccountId;
import org.commonground.account.Accounts;
import org.commonground.account.NeighbourhoodId;
import org.commonground.account.TeamId;
import org.commonground.correspondence.MessageKind;
import org.commonground.correspondence.words.Message;
import org.commonground.correspondence.words.MessageComposer;
import org.commonground.neighbourhood.Ladder;
import org.commonground.placement.PlacementId;
import org.commonground.placement.Placements;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.referral.linkworker.LinkWorkers;
import org.springframework.stereotype.Component;

/**
 * A link worker hears that a group asks something: who talked with the person, or stands in for them; else whoever leads
 * the team. Fact: {@code reference}. The question itself is read where one signs in.
 */
@Component
class QuestionWaitsMessage implements MessageComposer {

    private final Placements placements;
    private final GroupQuestions questions;
    private final Referrals referrals;
    private final LinkWorkers linkWorkers;
    private final Accounts accounts;
    private final Ladder ladder;

    QuestionWaitsMessage(
            Placements placements,
            GroupQuestions questions,
            Referrals referrals,
            LinkWorkers linkWorkers,
            Accounts accounts,
            Ladder ladder) {
        this.placements = placements;
        this.questions = questions;
        this.referrals = referrals;
        this.linkWorkers = linkWorkers;
        this.accounts = accounts;
        this.ladder = ladder;
    }

    @Override
    public MessageKind kind() {
        return MessageKind.QUESTION_WAITS;
    }

    @Override
    public List<UUID> recipients(UUID subject) {
        ReferralId referral = referralOf(subject);
        TeamId team = referrals.teamOf(referral);
        return linkWorkers
                .today(referral)
                .filter(person ->
                        person.mail() != null && person.asActor().teams().contains(team))
                .map(List::of)
                .orElseGet(() -> ladder.ofTeam(team))
                .stream()
                .map(account -> account.id().value())
                .toList();
    }

    @Override
    public Optional<NeighbourhoodId> neighbourhood(UUID subject, UUID occasion) {
        return Optional.of(referrals.find(referralOf(subject)).neighbourhood());
    }

    /** Empty once the question has been answered, or where the account is closed. */
    @Override
    public Optional<Message> compose(UUID subject, UUID recipient, UUID occasion) {
        if (!questions.waits(new PlacementId(subject))) {
            return Optional.empty();
        }
        String reference = referrals.find(referralOf(subject)).reference().text();
        return accounts.find(new AccountId(recipient))
                .filter(Account::active)
                .map(Account::mail)
                .map(address -> new Message(
                        address, "A group has a question", Map.of("reference", reference), Optional.empty()));
    }

    private ReferralId referralOf(UUID placement) {
        return placements.find(new PlacementId(placement)).referral();
    }
}

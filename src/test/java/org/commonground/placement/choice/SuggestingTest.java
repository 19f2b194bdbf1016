package org.commonground.placement.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.commonground.account.NeighbourhoodId;
import org.commonground.group.GroupId;
import org.commonground.group.Groups;
import org.commonground.placement.match.Suggestion;
import org.commonground.placement.match.Suggestions;
import org.commonground.platform.refusal.Refusal;
import org.commonground.referral.ReferralId;
import org.commonground.referral.Referrals;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Filled;
import org.commonground.testing.Here;
import org.commonground.testing.InventedGroup;
import org.commonground.testing.Placing;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Which groups come into question at all: those of the person's neighbourhood, and those that take from there as well. */
@CommonGroundTest
class SuggestingTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Suggesting suggesting;

    @Autowired
    private Referrals referrals;

    @Test
    void a_referral_is_of_its_practices_neighbourhood() {
        assertThat(referrals.find(Placing.in(context).referral()).neighbourhood())
                .isEqualTo(Here.in(context));
    }

    @Test
    void groups_of_another_neighbourhood_are_not_shown_unless_they_take_from_here_as_well() {
        NeighbourhoodId elsewhere = Here.elsewhere(context);
        GroupId here = InventedGroup.singers().in(context);
        GroupId theirs = InventedGroup.singers().at(elsewhere).in(context);
        GroupId shared = InventedGroup.singers().at(elsewhere, Here.in(context)).in(context);

        List<GroupId> shown = shown(Placing.in(context).referral());
        assertThat(shown).contains(here, shared).doesNotContain(theirs);
        assertThat(context.getBean(Groups.class).openTo(elsewhere))
                .extracting(group -> group.id())
                .containsExactlyInAnyOrder(theirs, shared);
    }

    @Test
    void a_group_of_another_neighbourhood_is_not_chosen_nor_wished_for_by_its_id() {
        Placing placing = Placing.in(context);
        ReferralId referral = placing.referral();
        GroupId here = InventedGroup.singers().in(context);
        GroupId theirs = InventedGroup.singers().at(Here.elsewhere(context)).in(context);
        Choices choices = context.getBean(Choices.class);

        assertThatThrownBy(() -> placing.choose(referral, theirs))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.fields()).containsOnlyKeys("groups"));
        for (String list : List.of("next", "notThere")) {
            ChooseGroups wish = Filled.with(Placing.choice(here), list, List.of(theirs.value()));
            assertThatThrownBy(() -> choices.choose(referral, wish, placing.linkWorker()))
                    .as(list)
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.fields()).containsOnlyKeys(list));
        }
    }

    private List<GroupId> shown(ReferralId referral) {
        Suggestions suggestions = suggesting.suggestions(referral);
        return Stream.concat(
                        suggestions.choosable().stream().map(Suggestion::group),
                        suggestions.leftOut().stream().map(Suggestions.LeftOut::group))
                .map(group -> group.id())
                .toList();
    }
}

package org.commonground.workflow.steps;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.commonground.group.GroupFull;
import org.commonground.placement.PlacementId;
import org.commonground.placement.Placements;
import org.commonground.placement.offer.Promises;
import org.commonground.placement.waiting.MustWait;
import org.commonground.workflow.engine.EngineGroups;
import org.commonground.workflow.vocabulary.PlacementProcess;
import org.springframework.stereotype.Component;

/** Holds a place and opens the offer; where there is none the person waits for one, or the placement has ended. */
@Component
class HoldPlace implements JavaDelegate {

    private final Placements placements;
    private final Promises promises;

    HoldPlace(Placements placements, Promises promises) {
        this.placements = placements;
        this.promises = promises;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PlacementId id = PlacementProcess.placement(execution);
        try {
            promises.hold(id);
        } catch (MustWait wait) {
            throw new BpmnError(PlacementProcess.Errors.MUST_WAIT);
        } catch (GroupFull full) {
            throw new BpmnError(PlacementProcess.Errors.NO_PLACE);
        }
        String group = EngineGroups.group(placements.find(id).group().value());
        PlacementProcess.Variables.GROUP.set(execution, group);
    }
}

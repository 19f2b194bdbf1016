package org.commonground.workflow.tasks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.commonground.account.Actor;
import org.commonground.platform.Signature;
import org.commonground.platform.persistence.InOneTransaction;
import org.commonground.platform.refusal.Commands;
import org.commonground.platform.refusal.Refusal;
import org.commonground.workflow.engine.EngineIdentity;
import org.commonground.workflow.engine.FailureCode;
import org.commonground.workflow.engine.StepFailed;
import org.commonground.workflow.tasks.TaskRefused.Why;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * The one door through which a person reads, claims and answers a human task, whoever knocks: Tasklist, the demo, a
 * test, later a link page. It alone decides who may: reading and claiming need a candidate or the assignee, answering
 * needs the assignee, or a link to this one matter; rights granted in the engine never count. Then it lets the task's form and its service act and
 * completes the task, in one transaction that is done again when it lost a race.
 *
 * <p>It is the outermost thing and is never called inside a transaction. Whatever goes wrong comes out as a {@link TaskRefused} with words for the person; nothing has changed then.
 */
@Service
public class TaskPort {

    private static final Logger LOG = LoggerFactory.getLogger(TaskPort.class);

    private final TaskService engine;
    private final TasksAtHand tasks;
    private final TaskForms forms;
    private final FormLabels labels;
    private final EngineIdentity identity;
    private final InOneTransaction once;

    TaskPort(
            TaskService engine,
            TasksAtHand tasks,
            TaskForms forms,
            FormLabels labels,
            EngineIdentity identity,
            InOneTransaction once) {
        this.engine = engine;
        this.tasks = tasks;
        this.forms = forms;
        this.labels = labels;
        this.identity = identity;
        this.once = once;
    }

    /**
     * What the task's form shows before anybody has typed: read now, for this person.
     *
     * @throws TaskRefused where the person is neither candidate nor assignee, or the task is no longer open
     */
    public Map<String, Object> prefill(String taskId, Actor actor) {
        return decided(taskId, () -> {
            Task task = tasks.open(taskId);
            requireReader(task, actor);
            return prefilled(task, actor);
        });
    }

    /**
     * Answers a task.
     *
     * @param submitted the form's fields by key, in plain Java: text, numbers, booleans, lists, null
     * @throws TaskRefused where the person may not, the answer is wrong (one message per field, all at once), or
     *     somebody was first
     */
    public void submit(String taskId, Map<String, Object> submitted, Actor actor) {
        decided(taskId, () -> {
            Task task = tasks.open(taskId);
            requireAssignee(task, actor);
            TaskAtHand atHand = tasks.describe(task);
            complete(task, answered(atHand, submitted, actor));
            return null;
        });
    }

    /**
     * What the form of a link's one matter shows before anybody has typed.
     *
     * @throws TaskRefused where the matter is settled, or not this holder's
     */
    public Map<String, Object> prefill(Actor.LinkHolder holder) {
        String taskId = identity.aside(() -> tasks.of(holder.matter()));
        return decided(taskId, () -> prefilled(ofHolder(taskId, holder), holder));
    }

    /**
     * Settles the one matter of a link, with a record that its page has built. Whoever may have claimed the task does
     * not stop it: whichever answer comes first, counts.
     *
     * @param answer the record of the matter's form
     * @throws TaskRefused as {@link #submit}
     */
    public void settle(Record answer, Actor.LinkHolder holder) {
        String taskId = identity.aside(() -> tasks.of(holder.matter()));
        decided(taskId, () -> {
            Task task = ofHolder(taskId, holder);
            complete(task, answered(tasks.describe(task), answer, holder));
            return null;
        });
    }

    /** Takes a task over, so that nobody else answers it. Claiming one's own task again does nothing. */
    public void claim(String taskId, Actor actor) {
        decided(taskId, () -> {
            Task task = tasks.open(taskId);
            requireReader(task, actor);
            if (!TasksAtHand.isAssignee(task, actor)) {
                requireUnclaimed(task);
                engine.claim(taskId, account(actor));
            }
            return null;
        });
    }

    /** Takes a task from whoever has claimed it, who may be away: a candidate alone may, and answers for it then. */
    public void takeOver(String taskId, Actor actor) {
        decided(taskId, () -> {
            requireReader(tasks.open(taskId), actor);
            engine.setAssignee(taskId, account(actor));
            return null;
        });
    }

    /** Gives a claimed task back to everybody who may claim it. */
    public void putBack(String taskId, Actor actor) {
        decided(taskId, () -> {
            requireAssignee(tasks.open(taskId), actor);
            engine.setAssignee(taskId, null);
            return null;
        });
    }

    /** What somebody may answer or claim, the most urgent first, including what others of their groups have claimed. */
    public List<OpenTask> openTasks(Actor.SignedIn person) {
        return identity.aside(() -> tasks.ofPerson(person));
    }

    /** The open tasks of the process about a subject: a referral, placement, plan, concern or mail. For our own use. */
    public List<OpenTask> openTasksAbout(UUID subject) {
        return identity.aside(() -> tasks.about(subject));
    }

    private Map<String, Object> prefilled(Task task, Actor actor) {
        TaskAtHand atHand = tasks.describe(task);
        Map<String, Object> values = new HashMap<>(forms.of(atHand.key()).prefill(atHand, actor));
        values.put("reference", atHand.reference());
        // for links to our pages, which then know by which task somebody comes
        values.put("task", atHand.id());
        return values;
    }

    private void complete(Task task, Map<String, Object> outputs) {
        engine.complete(task.getId(), Outputs.checked(tasks.process(task).getProcessDefinitionKey(), outputs));
    }

    private Map<String, Object> answered(TaskAtHand task, Map<String, Object> submitted, Actor actor) {
        return inWords(task, () -> answered(forms.of(task.key()), task, submitted, actor));
    }

    private Map<String, Object> answered(TaskAtHand task, Record answer, Actor actor) {
        return inWords(task, () -> {
            Commands.require(answer);
            return answered(forms.of(task.key()), task, answer, actor);
        });
    }

    private Map<String, Object> inWords(TaskAtHand task, Supplier<Map<String, Object>> answer) {
        try {
            return answer.get();
        } catch (Refusal refusal) {
            throw new TaskRefused(why(refusal), words(task.key(), refusal));
        }
    }

    private static <R extends Record> Map<String, Object> answered(
            TaskForm<R> form, TaskAtHand task, Map<String, Object> submitted, Actor actor) {
        return form.answer(task, Answers.read(form.record(), submitted), actor);
    }

    private static <R extends Record> Map<String, Object> answered(
            TaskForm<R> form, TaskAtHand task, Record answer, Actor actor) {
        return form.answer(task, form.record().cast(answer), actor);
    }

    /** The open task of a link's matter: an organiser's has one of their groups among its candidates. */
    private Task ofHolder(String taskId, Actor.LinkHolder holder) {
        Task task = tasks.open(taskId);
        if (holder.signature().kind() == Signature.Kind.ORGANISER && !tasks.isOfGroups(task, holder)) {
            throw notOpenToYou();
        }
        return task;
    }

    private void requireReader(Task task, Actor actor) {
        if (!TasksAtHand.isAssignee(task, actor) && !tasks.isCandidate(task, actor)) {
            throw notOpenToYou();
        }
    }

    private void requireAssignee(Task task, Actor actor) {
        requireReader(task, actor);
        if (!TasksAtHand.isAssignee(task, actor)) {
            requireUnclaimed(task);
            throw new TaskRefused(Why.NOT_ALLOWED, "Claim this task first, so that nobody else answers it as well.");
        }
    }

    private static void requireUnclaimed(Task task) {
        if (task.getAssignee() != null) {
            throw claimedByOther();
        }
    }

    private static TaskRefused notOpenToYou() {
        return new TaskRefused(Why.NOT_ALLOWED, "This task is not open to you.");
    }

    private static TaskRefused claimedByOther() {
        return new TaskRefused(Why.NOT_ALLOWED, "Somebody else has claimed this task.");
    }

    private static String account(Actor actor) {
        return ((Actor.SignedIn) actor).account().toString();
    }

    private <T> T decided(String taskId, Supplier<T> work) {
        try {
            return identity.aside(() -> once.call(work));
        } catch (TaskRefused refused) {
            // whoever was a moment too late is told so, and not what became of it
            throw refused.why() != Why.WRONG_ANSWER && identity.aside(() -> tasks.isGone(taskId))
                    ? TasksAtHand.noLongerOpen()
                    : refused;
        } catch (Refusal refusal) {
            throw new TaskRefused(why(refusal), refusal.getMessage());
        } catch (StepFailed step) {
            throw step.refusal()
                    .map(refusal -> new TaskRefused(why(refusal), refusal.getMessage()))
                    .orElseGet(() -> failed(taskId, step));
        } catch (TaskAlreadyClaimedException claimed) {
            throw claimedByOther();
        } catch (SuspendedEntityInteractionException suspended) {
            throw new TaskRefused(Why.NO_LONGER_OPEN, "This task is on hold. Please try again later.");
        } catch (RuntimeException failure) {
            throw failed(taskId, failure);
        }
    }

    private static Why why(Refusal refusal) {
        return switch (refusal.kind()) {
            case INVALID -> Why.WRONG_ANSWER;
            case NOT_ALLOWED -> Why.NOT_ALLOWED;
            case NOT_FOUND, CONFLICT -> Why.NO_LONGER_OPEN;
        };
    }

    /** A refusal as people read it: each field by its label. */
    private String words(String task, Refusal refusal) {
        if (refusal.fields().isEmpty()) {
            return refusal.getMessage();
        }
        return labels.inOrder(task, refusal.fields()).entrySet().stream()
                .map(wrong -> asLabel(labels.of(task, wrong.getKey())) + wrong.getValue())
                .collect(Collectors.joining("; "));
    }

    /** A question ends by itself, any other label by a colon. */
    private static String asLabel(String label) {
        return label.endsWith("?") ? label + " " : label + ": ";
    }

    /**
     * What goes wrong under a task that somebody else answers at the same moment is theirs to blame: the engine finds
     * parts of it gone. Else it is ours, and only coded words go to the log and to the person, because a failure's own
     * message may name somebody.
     */
    private TaskRefused failed(String taskId, RuntimeException failure) {
        if (identity.aside(() -> tasks.isGone(taskId))) {
            return TasksAtHand.noLongerOpen();
        }
        String code = FailureCode.of(failure);
        String mark = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Failure {}: {}, at {}", mark, code, FailureCode.place(failure));
        return new TaskRefused(
                Why.FAILED,
                "Something went wrong on our side and nothing was changed. Please try again. If it happens again, tell"
                        + " your administrator: failure " + mark + ".");
    }
}

package org.commonground.workflow.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.commonground.workflow.vocabulary.AnotherRoundProcess;
import org.commonground.workflow.vocabulary.CrisisProcess;
import org.commonground.workflow.vocabulary.DeathCheckProcess;
import org.commonground.workflow.vocabulary.FollowUpProcess;
import org.commonground.workflow.vocabulary.GroupLeftProcess;
import org.commonground.workflow.vocabulary.PlacementProcess;
import org.commonground.workflow.vocabulary.ReferralProcess;
import org.commonground.workflow.vocabulary.SafeguardingConcernProcess;
import org.commonground.workflow.vocabulary.TellPersonProcess;
import org.commonground.workflow.vocabulary.UndeliverableMailProcess;
import org.commonground.workflow.vocabulary.Variable;

/** One process model as it stands in {@code bpmn/}, and the class with its words. */
record Model(String id, Class<?> vocabulary, BpmnModelInstance bpmn, String text) {

    static final Path FOLDER = Path.of("bpmn");
    private static final Map<String, Model> READ = new ConcurrentHashMap<>();
    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");

    /** Every model; a file without a vocabulary is found by {@code ModelFilesTest}. */
    static Stream<Model> all() {
        return Stream.of(
                of(ReferralProcess.ID, ReferralProcess.class),
                of(AnotherRoundProcess.ID, AnotherRoundProcess.class),
                of(GroupLeftProcess.ID, GroupLeftProcess.class),
                of(PlacementProcess.ID, PlacementProcess.class),
                of(CrisisProcess.ID, CrisisProcess.class),
                of(DeathCheckProcess.ID, DeathCheckProcess.class),
                of(FollowUpProcess.ID, FollowUpProcess.class),
                of(SafeguardingConcernProcess.ID, SafeguardingConcernProcess.class),
                of(TellPersonProcess.ID, TellPersonProcess.class),
                of(UndeliverableMailProcess.ID, UndeliverableMailProcess.class));
    }

    /** Every human task of every model. */
    static Stream<UserTask> userTasks() {
        return all().flatMap(model -> model.elements(UserTask.class).stream());
    }

    /** Read once: dozens of tests ask for all of them, and change none. */
    private static Model of(String id, Class<?> vocabulary) {
        return READ.computeIfAbsent(id, unread -> {
            Path file = FOLDER.resolve(id + ".bpmn");
            return new Model(id, vocabulary, Bpmn.readModelFromFile(file.toFile()), read(file));
        });
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Process process() {
        return bpmn.getModelElementsByType(Process.class).iterator().next();
    }

    <T extends ModelElementInstance> Collection<T> elements(Class<T> type) {
        return bpmn.getModelElementsByType(type);
    }

    @SafeVarargs
    final Set<String> ids(Class<? extends FlowElement>... types) {
        return Arrays.stream(types)
                .flatMap(type -> elements(type).stream())
                .map(FlowElement::getId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What stands between the braces of every expression in the file. */
    List<String> expressions() {
        List<String> found = new ArrayList<>();
        Matcher matcher = EXPRESSION.matcher(text.replace("&#39;", "'").replace("&amp;", "&"));
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    /** The names that an expression uses, without what stands in quotes and without methods of beans. */
    static Set<String> namesIn(String expression) {
        Set<String> names = new HashSet<>();
        Matcher matcher = Pattern.compile("(?<![.\\w])[a-zA-Z]\\w*").matcher(expression.replaceAll("'[^']*'", ""));
        while (matcher.find()) {
            names.add(matcher.group());
        }
        return names;
    }

    /** The text constants of one part of the vocabulary ({@code Tasks}, {@code Steps} …); empty where it has none. */
    Set<String> words(String part) {
        return constants(part, constant -> (String) constant);
    }

    Set<Variable<?>> variables() {
        return new HashSet<>(constants("Variables", constant -> (Variable<?>) constant));
    }

    @Override
    public String toString() {
        return id;
    }

    private <T> Set<T> constants(String part, Function<Object, T> read) {
        return Arrays.stream(vocabulary.getDeclaredClasses())
                .filter(nested -> nested.getSimpleName().equals(part))
                .flatMap(nested -> Arrays.stream(nested.getFields()))
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(field -> {
                    try {
                        return read.apply(field.get(null));
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .collect(Collectors.toSet());
    }
}

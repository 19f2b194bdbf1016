package org.commonground.workflow.coverage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * What the tests went through, held against every model in {@code bpmn/} as it stands there: a report for people, and
 * each flow or rule that none took. An event on the edge of a task, the start of an event subprocess and an event that a
 * gateway waits for count by the flow that leaves them.
 */
final class ModelCoverage {

    private static final Path MODELS = Path.of("bpmn");

    private final Map<Taken.Part, SortedSet<String>> taken;
    private final List<String> report = new ArrayList<>();
    private final List<String> untaken = new ArrayList<>();

    private ModelCoverage(Map<Taken.Part, SortedSet<String>> taken) {
        this.taken = taken;
    }

    /** A flow or rule, and what it is in words. */
    private record Described(String id, String words) {}

    static ModelCoverage of(Map<Taken.Part, SortedSet<String>> taken) throws IOException {
        ModelCoverage coverage = new ModelCoverage(taken);
        coverage.compare();
        return coverage;
    }

    List<String> report() {
        return report;
    }

    /** Which flows and rules no test took, in words. */
    List<String> untaken() {
        return untaken;
    }

    private void compare() throws IOException {
        for (Path file : models(".bpmn")) {
            add(file, "flows", flows(file));
        }
        for (Path file : models(".dmn")) {
            add(file, "rules", rules(file));
        }
    }

    private void add(Path file, String what, List<Described> parts) {
        String model = file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
        List<Described> missing = parts.stream()
                .filter(part -> !taken.containsKey(new Taken.Part(model, part.id())))
                .toList();
        report.add("%s: %d of %d %s taken"
                .formatted(file.getFileName(), parts.size() - missing.size(), parts.size(), what));
        missing.forEach(part -> report.add("  NOT TAKEN  %s  %s".formatted(part.id(), part.words())));
        for (Described part : parts) {
            SortedSet<String> tests = taken.get(new Taken.Part(model, part.id()));
            if (tests != null) {
                report.add("  %4d tests  %s  %s".formatted(tests.size(), part.id(), part.words()));
                tests.stream().limit(3).forEach(test -> report.add("              " + test));
            }
        }
        report.add("");
        missing.forEach(part -> untaken.add("%s %s  %s".formatted(file.getFileName(), part.id(), part.words())));
    }

    private static List<Path> models(String ending) throws IOException {
        try (Stream<Path> files = Files.list(MODELS)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static List<Described> flows(Path file) {
        return Bpmn.readModelFromFile(file.toFile()).getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow -> !(flow.getSource() instanceof EventBasedGateway))
                .map(flow ->
                        new Described(flow.getId(), name(flow.getSource()) + " → " + name(flow.getTarget()) + on(flow)))
                .toList();
    }

    private static String on(SequenceFlow flow) {
        return flow.getName() == null ? "" : " (" + oneLine(flow.getName()) + ")";
    }

    private static String name(FlowNode node) {
        return node.getName() == null ? node.getId() : oneLine(node.getName());
    }

    private static List<Described> rules(Path file) {
        return Dmn.readModelFromFile(file.toFile()).getModelElementsByType(Rule.class).stream()
                .map(rule -> new Described(
                        rule.getId(), oneLine(rule.getDescription().getTextContent())))
                .toList();
    }

    private static String oneLine(String words) {
        return words.strip().replaceAll("\\s+", " ");
    }
}

package org.commonground.architecture;

import java.util.List;
import java.util.Map;

/**
 * The rooms of the house in their order, and the chapters inside the big ones in theirs. A room calls only rooms that
 * stand earlier; a chapter only its own room's top, chapters that stand earlier, and earlier rooms.
 */
final class Rooms {

    static final String BASE = "org.commonground.";

    static final List<String> ORDER = List.of(
            "platform",
            "account",
            "neighbourhood",
            "person",
            "correspondence",
            "safeguarding",
            "group",
            "referral",
            "crisis",
            "conversation",
            "placement",
            "followup",
            "practice",
            "caseload",
            "report",
            "workflow",
            "web",
            "demo");

    /** The rooms whose use cases people's answers and pages call. */
    static final List<String> CAPABILITIES = ORDER.subList(ORDER.indexOf("account"), ORDER.indexOf("workflow"));

    /** A room that is not named here has no chapters. */
    static final Map<String, List<String>> CHAPTERS = Map.of(
            "platform",
            List.of(
                    "personal",
                    "refusal",
                    "submitted",
                    "persistence",
                    "startup",
                    "event",
                    "metrics",
                    "time",
                    "embedded",
                    "backup",
                    "keys"),
            "correspondence",
            List.of("words", "channel", "outbox"),
            "referral",
            List.of("linkworker", "consent", "duplicate", "triage", "details", "finding", "death", "intake"),
            "conversation",
            List.of("code", "notebook", "appointment", "capacity", "measure", "signpost", "reach", "talk"),
            "placement",
            List.of("match", "choice", "check", "waiting", "offer", "firstsession", "ending"),
            "workflow",
            List.of(
                    "vocabulary",
                    "engine",
                    "access",
                    "metrics",
                    "decisions",
                    "steps",
                    "tasks",
                    "forms",
                    "listeners",
                    "sweep"),
            "web",
            List.of(
                    "pages",
                    "security",
                    "signin",
                    "api",
                    "referral",
                    "refer",
                    "practice",
                    "team",
                    "setup",
                    "tasks",
                    "mails"));

    private Rooms() {}

    /** The room of a package, by its name; the empty text for the application itself. */
    static String roomOf(String packageName) {
        return part(packageName, 0);
    }

    /** The chapter of a package; the empty text for a room's top. */
    static String chapterOf(String packageName) {
        return part(packageName, 1);
    }

    /** What is wrong with one class calling another, or null where it may. */
    static String wrong(String from, String to) {
        String room = roomOf(from);
        String called = roomOf(to);
        if (!room.equals(called)) {
            return ORDER.indexOf(called) <= ORDER.indexOf(room) ? null : "room " + called + " comes after " + room;
        }
        String chapter = chapterOf(from);
        String reached = chapterOf(to);
        if (reached.isEmpty() || reached.equals(chapter)) {
            return null;
        }
        if (chapter.isEmpty()) {
            return "the top of " + room + " knows no chapter, " + reached;
        }
        List<String> order = CHAPTERS.getOrDefault(room, List.of());
        return order.indexOf(reached) < order.indexOf(chapter)
                ? null
                : "chapter " + room + "." + reached + " comes after " + chapter;
    }

    private static String part(String packageName, int place) {
        if (!packageName.startsWith(BASE)) {
            return "";
        }
        String[] parts = packageName.substring(BASE.length()).split("\\.");
        return place < parts.length ? parts[place] : "";
    }
}

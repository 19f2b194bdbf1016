package org.commonground.workflow.forms;

/** What somebody was who did something, where their name is not kept: {@code a link worker}. */
final class RoleWords {

    private RoleWords() {}

    /** @param role as events keep it: {@code link-worker}, {@code organiser} */
    static String somebody(String role) {
        String words = role.replace('-', ' ');
        if (words.endsWith("staff")) {
            return words;
        }
        return ("aeiou".indexOf(words.charAt(0)) < 0 ? "a " : "an ") + words;
    }
}

package org.commonground.privacy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonground.group.GroupId;
import org.commonground.platform.time.WorkingDays;

/** What a practice sends and people write into the forms, with a mark wherever text is taken. */
record MarkedAnswers(Marks marks, WorkingDays days) {

    /** The practice's message, as its system sends it. */
    String message() {
        return """
                {
                  "ownNumber": "{word}",
                  "urgency": "routine",
                  "person": {
                    "nhsNumber": "{nhs}",
                    "givenName": "{word}",
                    "familyName": "{word}",
                    "calledName": "{word}",
                    "dateOfBirth": "{born}",
                    "gender": "woman",
                    "ethnicity": "prefer-not-to-say",
                    "address": "{word}, EX1 1AA",
                    "phone": "{phone}",
                    "mail": "{mail}",
                    "language": "{word}",
                    "interpreter": false
                  },
                  "contact": {
                    "call": "safe",
                    "voicemail": "unsafe",
                    "text": "unknown",
                    "mail": "safe",
                    "whoMayAnswer": "{word}",
                    "bestTimes": "{word}"
                  },
                  "referrer": {"name": "{word}", "role": "{word}"},
                  "reason": {"narrative": "{word}", "needs": ["loneliness"]},
                  "requirements": {"support": [], "narrative": "{word}"},
                  "risk": {"level": "managed", "narrative": "{word}", "shareInstruction": "{word}"},
                  "consent": {
                    "refer": true,
                    "by": "attorney-or-deputy",
                    "decidedBy": "{word}",
                    "grounds": "{word}",
                    "feedback": true,
                    "mail": true,
                    "text": false
                  }
                }""".replace("{word}", marks.word())
                .replace("{nhs}", Marks.NHS_NUMBER)
                .replace("{born}", Marks.BORN)
                .replace("{phone}", marks.phone())
                .replace("{mail}", marks.mail());
    }

    Map<String, Object> review(String decision) {
        Map<String, Object> review = new HashMap<>();
        review.put("decision", decision);
        review.put("reasons", marks.word());
        review.put("localAuthorityTold", false);
        review.put("namedPerson", marks.word());
        return review;
    }

    Map<String, Object> confirmed() {
        return Map.of("confirmedBy", marks.word(), "confirmedRole", marks.word(), "agreed", marks.word());
    }

    Map<String, Object> pauseLifted() {
        return Map.of("reason", marks.word());
    }

    Map<String, Object> secondOpinion() {
        return Map.of("verdict", "go-ahead", "reason", marks.word());
    }

    Map<String, Object> firstSession() {
        return Map.of("firstSession", "attended", "note", marks.word());
    }

    Map<String, Object> missed() {
        return Map.of("firstSession", "missed", "note", marks.word());
    }

    /** Today, so that the next answer need not wait. */
    Map<String, Object> afterMissed() {
        return Map.of(
                "missedBecause",
                "other",
                "afterMissed",
                "try-again",
                "note",
                marks.word(),
                "firstSessionOn",
                days.today().toString(),
                "firstSessionAt",
                "14:00",
                "meetingPlace",
                marks.word(),
                "metBy",
                marks.word(),
                "accompanied",
                true,
                "accompaniedBy",
                marks.word());
    }

    Map<String, Object> contact(String result) {
        Map<String, Object> contact = new HashMap<>(Map.of("way", "call", "result", result));
        contact.put("note", marks.word());
        if (result.equals("reached")) {
            contact.put("conversationOn", days.after(days.today(), 1).toString());
            contact.put("conversationAt", "10:30");
            contact.put("conversationPlace", marks.word());
            contact.put("mayMail", true);
        }
        return contact;
    }

    private Map<String, Object> measures() {
        Map<String, Object> answers = new HashMap<>();
        List.of("satisfied", "worthwhile", "happy", "anxious").forEach(scale -> answers.put(scale, "5"));
        List.of("companionship", "leftOut", "isolated").forEach(scale -> answers.put(scale, "2"));
        answers.put("lonely", "not-asked-too-upset");
        return answers;
    }

    Map<String, Object> conversation() {
        Map<String, Object> answers = measures();
        answers.put("result", "go-ahead");
        answers.put("capacity", "in-doubt");
        answers.put("capacityNote", marks.word());
        answers.put("needs", List.of("loneliness"));
        answers.put("whatMatters", marks.word());
        answers.put("support", List.of("step-free"));
        answers.put("days", List.of("tuesday"));
        answers.put("times", List.of("afternoon"));
        answers.put("travel", "anywhere");
        answers.put("alsoSpeaks", marks.word());
        answers.put("shareRisks", true);
        answers.put("feedback", true);
        answers.put("mail", true);
        answers.put("text", false);
        List.of("referBy", "shareRisksBy", "feedbackBy", "mailBy", "textBy")
                .forEach(by -> answers.put(by, "best-interests"));
        answers.put("note", marks.word());
        answers.put("goals", marks.word());
        answers.put(
                "newActions",
                marks.word() + ", " + marks.word() + ", " + days.today().plusDays(20));
        answers.put("decidedBy", marks.word());
        answers.put("grounds", marks.word());
        return answers;
    }

    Map<String, Object> advice() {
        return Map.of(
                "advice", "best-interests", "decidedBy", marks.word(), "grounds", marks.word(), "reason", marks.word());
    }

    Map<String, Object> signposted() {
        return Map.of(
                "result",
                "signposted",
                "signpostedTo",
                marks.word(),
                "signpostedWhy",
                marks.word(),
                "signpostedHow",
                "said");
    }

    Map<String, Object> choice(GroupId group) {
        List<String> chosen = List.of(group.toString());
        return Map.of(
                "choice",
                "try",
                "groups",
                chosen,
                "shareWith",
                chosen,
                "consentBy",
                "best-interests",
                "consentDecidedBy",
                marks.word(),
                "consentGrounds",
                marks.word());
    }

    Map<String, Object> personSide(String risk) {
        Map<String, Object> side = new HashMap<>();
        List.of("communication", "mobility", "transport", "health", "companion", "riskNote", "instruction")
                .forEach(field -> side.put(field, marks.word()));
        side.put("support", List.of("step-free"));
        side.put("riskToSelf", "none");
        side.put("riskToOthers", "none");
        side.put("riskFromOthers", risk);
        side.put("riskOnVisit", "none");
        side.put("safeguarding", false);
        side.put("crisis", false);
        side.put("shareRisks", true);
        side.put("consentBy", "best-interests");
        side.put("consentDecidedBy", marks.word());
        side.put("consentGrounds", marks.word());
        side.put("signed", true);
        return side;
    }

    Map<String, Object> question() {
        return Map.of("answer", "asked", "question", marks.word());
    }

    Map<String, Object> reply() {
        return Map.of("reply", marks.word());
    }

    Map<String, Object> offer() {
        return Map.of(
                "support",
                "yes",
                "enoughPeople",
                true,
                "placeSuits",
                true,
                "contactOnDay",
                marks.word(),
                "answer",
                "accepted-with-conditions",
                "conditionKind",
                "other",
                "conditions",
                marks.word(),
                "note",
                marks.word());
    }

    Map<String, Object> personSays() {
        return Map.of(
                "personSays",
                "yes",
                "note",
                marks.word(),
                "firstSessionOn",
                days.after(days.today(), 1).toString(),
                "firstSessionAt",
                "14:00",
                "meetingPlace",
                marks.word(),
                "metBy",
                marks.word(),
                "accompanied",
                true,
                "accompaniedBy",
                marks.word());
    }

    Map<String, Object> followUp() {
        Map<String, Object> answers = measures();
        answers.put("reached", true);
        answers.put("way", "call");
        answers.put("stillGoing", "yes");
        answers.put("howItGoes", marks.word());
        answers.put("whatNext", marks.word());
        answers.put("goals", marks.word());
        answers.put("note", marks.word());
        answers.put("newActions", marks.word() + ", " + marks.word() + ", 12 December");
        answers.put("consentReminded", true);
        return answers;
    }
}

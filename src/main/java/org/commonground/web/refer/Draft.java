package org.commonground.web.refer;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commonground.web.pages.Filled;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * A referral that was filled in and not sent yet. It lives in the session alone and ends with it.
 *
 * @param request makes sending it twice one referral
 */
record Draft(UUID request, Map<String, List<String>> answers) implements Serializable {

    static Draft of(UUID request, MultiValueMap<String, String> sent) {
        Map<String, List<String>> answers = new HashMap<>();
        sent.forEach((name, values) -> answers.put(name, new ArrayList<>(values)));
        answers.keySet().removeIf(name -> !Questions.asks(name));
        return new Draft(request, answers);
    }

    Filled filled() {
        return new Filled(new LinkedMultiValueMap<>(answers));
    }

    /** What the sender's system would send as its key. */
    String key() {
        return "page-" + request;
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "Draft[" + request + "]";
    }
}

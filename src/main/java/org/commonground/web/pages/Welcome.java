package org.commonground.web.pages;

import org.commonground.platform.embedded.CaughtMails;
import org.commonground.platform.personal.KeyringFile;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Prints where to go, once everything is ready. */
@Component
class Welcome {

    private final String url;
    private final boolean mails;
    private final String keys;

    Welcome(
            @Value("${commonground.public-url}") String url,
            ObjectProvider<CaughtMails> mails,
            KeyringFile keys,
            @Value("${commonground.keys-file:}") String keysNamed) {
        this.url = url;
        this.mails = mails.getIfAvailable() != null;
        this.keys = keysNamed.isBlank() ? keys.toString() : "";
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void sayWhereToGo() {
        System.out.printf(
                """

                  Common Ground is ready.

                    Tasklist            %1$s/camunda/app/tasklist/default/
                    Cockpit             %1$s/camunda/app/cockpit/default/
                %2$s    API documentation   %1$s/swagger-ui.html
                %3$s""",
                url,
                mails ? "    Mails               " + url + "/mails\n" : "",
                keys.isEmpty()
                        ? ""
                        : "    Keys                " + keys
                                + "\n                        made up at the first start: without them nobody in the database can be read\n");
    }
}

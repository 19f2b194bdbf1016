package org.commonground.workflow.access;

import java.util.Locale;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where people reach us by https, cookies go by https only: the session's, and the engine's token beside it. The
 * engine's default is otherwise, and a proxy in front may speak http to us.
 */
@Component
class SecureCookies implements BeanPostProcessor {

    private final Environment settings;

    SecureCookies(Environment settings) {
        this.settings = settings;
    }

    /** After its values have been read from the settings. */
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof CamundaBpmProperties engine && reachedByHttps()) {
            engine.getWebapp().getCsrf().setEnableSecureCookie(true);
            engine.getWebapp().getSessionCookie().setEnableSecureCookie(true);
        }
        if (bean instanceof ServerProperties server && reachedByHttps()) {
            server.getServlet().getSession().getCookie().setSecure(true);
        }
        return bean;
    }

    private boolean reachedByHttps() {
        return settings.getProperty("commonground.public-url", "")
                .toLowerCase(Locale.ROOT)
                .startsWith("https:");
    }
}

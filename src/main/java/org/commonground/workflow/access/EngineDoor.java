package org.commonground.workflow.access;

import jakarta.servlet.Filter;
import java.util.List;
import org.commonground.workflow.engine.EngineSettings;
import org.springframework.stereotype.Component;

/** What stands before {@code /camunda} once somebody is known to be signed in. */
@Component
public class EngineDoor {

    private final EngineSettings settings;
    private final TenantDirectory tenants;

    EngineDoor(EngineSettings settings, TenantDirectory tenants) {
        this.tenants = tenants;
        this.settings = settings;
    }

    /** The wall first, then telling the engine who it is; in this order, after Spring Security has decided. */
    public List<Filter> filters() {
        return List.of(new RequestWall(settings.longestList()), new EngineSignIn(tenants));
    }
}

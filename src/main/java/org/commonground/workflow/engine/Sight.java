package org.commonground.workflow.engine;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.db.ListQueryParameterObject;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TenantManager;

/**
 * Somebody who is named sees the processes of the neighbourhoods they are manager of ({@link Tenants}), an administrator
 * all. A task is seen by whoever it is brought to, and by nobody for a neighbourhood's sake: an offer stays
 * the group's that no longer takes people from there, and a crisis comes to a lead's stand-in from elsewhere.
 */
final class Sight extends TenantManager {

    @Override
    public ListQueryParameterObject configureQuery(ListQueryParameterObject query) {
        if (query instanceof TaskQueryImpl) {
            query.getTenantCheck().setTenantCheckEnabled(false);
            return query;
        }
        return super.configureQuery(query);
    }

    /** Puts this in the place of the engine's own. */
    static final class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return TenantManager.class;
        }

        @Override
        public Session openSession() {
            return new Sight();
        }
    }

    /** The same for one process, and what is its own; refused as any other right is. */
    static final class Check extends TenantCommandChecker {

        @Override
        public void checkReadProcessInstance(String id) {
            refuse(() -> super.checkReadProcessInstance(id));
        }

        @Override
        public void checkReadProcessInstance(ExecutionEntity execution) {
            refuse(() -> super.checkReadProcessInstance(execution));
        }

        @Override
        public void checkReadProcessInstanceVariable(ExecutionEntity execution) {
            refuse(() -> super.checkReadProcessInstanceVariable(execution));
        }

        @Override
        public void checkReadJob(JobEntity job) {
            refuse(() -> super.checkReadJob(job));
        }

        /** The engine would call it a failure of its own. */
        private static void refuse(Runnable check) {
            try {
                check.run();
            } catch (ProcessEngineException elsewhere) {
                throw new AuthorizationException("This is of another neighbourhood.");
            }
        }

        @Override
        public void checkReadTask(TaskEntity task) {
            // its candidates and assignee read it
        }

        @Override
        public void checkReadTaskVariable(TaskEntity task) {
            // the same
        }
    }
}

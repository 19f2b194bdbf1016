package org.commonground.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.listener.lifecycle.JdbcLifecycleEventListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A tap between an application and its connection pool, for whoever wants to see what is executed at the driver. While
 * nobody looks it hands out the pool's connections as they are, so that it costs nothing.
 */
public final class Tap extends DelegatingDataSource {

    private volatile DataSource watched;

    private Tap(HikariDataSource pool) {
        super(pool);
    }

    /** Sets one into an application before it starts. */
    public static final class SetIn implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof HikariDataSource pool ? new Tap(pool) : bean;
                }
            });
        }
    }

    public HikariDataSource pool() {
        return (HikariDataSource) getTargetDataSource();
    }

    /** Does something, and tells the listener what is executed meanwhile by whoever takes a connection. */
    public void watch(JdbcLifecycleEventListener listener, Runnable work) {
        watched = ProxyDataSourceBuilder.create(pool()).listener(listener).build();
        try {
            work.run();
        } finally {
            watched = null;
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        DataSource through = watched;
        return through == null ? super.getConnection() : through.getConnection();
    }
}

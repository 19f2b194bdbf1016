package org.commonground.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.commonground.platform.CannotStart;
import org.commonground.platform.embedded.DataDirectory;
import org.commonground.testing.CommonGroundTest;
import org.commonground.testing.Neighbourhood;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demo started where something is there already: it adds nothing, and takes nothing out of anybody's hands. */
@CommonGroundTest
class DemoRestartTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private DemoNeighbourhood neighbourhood;

    @Autowired
    private DemoPlayer player;

    @Autowired
    private JdbcClient jdbc;

    @TempDir
    private Path empty;

    @Test
    void a_later_start_changes_nothing() {
        Neighbourhood.in(context);
        long before = events();
        start();
        assertThat(events()).as("events after a later start").isEqualTo(before);
        assertThat(empty.resolve("demo/being-made")).doesNotExist();
    }

    @Test
    void half_a_demo_is_not_started() throws Exception {
        Files.createFile(new DataDirectory(empty).directory("demo").resolve("being-made"));
        assertThatThrownBy(this::start)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("Delete the directory " + empty);
    }

    private void start() {
        new Demo(neighbourhood, player, new DataDirectory(empty)).start();
    }

    private long events() {
        return jdbc.sql("select count(*) from event").query(Long.class).single();
    }
}

package org.commonground.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.commonground.platform.CannotStart;
import org.commonground.platform.embedded.DataDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Makes the demo at its first start. It does so while the application starts, before it opens its port and before
 * anything works by itself, because the clock is moved meanwhile and nobody else may see that. A later start finds it
 * made and changes nothing. One that was cut short is neither used nor mended: a mark stands beside the passwords as
 * long as it is being made.
 */
@Component
@ConditionalOnProperty("commonground.demo")
class Demo implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);

    /** Well before the web server, which is among the last. */
    private static final int EARLY = 0;

    private final DemoNeighbourhood neighbourhood;
    private final DemoPlayer player;
    private final DemoPasswords passwords;
    private final Path data;
    private final Path mark;
    private volatile boolean running;

    Demo(DemoNeighbourhood neighbourhood, DemoPlayer player, DataDirectory data) {
        this.neighbourhood = neighbourhood;
        this.player = player;
        Path directory = data.directory("demo");
        this.passwords = new DemoPasswords(directory);
        this.data = directory.getParent();
        this.mark = directory.resolve("being-made");
    }

    DemoPasswords passwords() {
        return passwords;
    }

    @Override
    public void start() {
        if (Files.exists(mark)) {
            throw new CannotStart(
                    "The demo was stopped before it was complete, and half a demo is of no use to anybody."
                            + " Delete the directory " + data
                            + " (with a database of your own: empty that too), and start"
                            + " again.");
        }
        if (!neighbourhood.isInhabited()) {
            make();
        }
        running = true;
    }

    private void make() {
        LOG.info("Making the demo: some weeks of an invented neighbourhood, in less than a minute");
        try {
            Files.createFile(mark);
            neighbourhood.settle(passwords);
            List<String> untold = player.play();
            Files.delete(mark);
            LOG.info("The demo is made{}", untold.isEmpty() ? "" : ", but for " + untold);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return EARLY;
    }
}

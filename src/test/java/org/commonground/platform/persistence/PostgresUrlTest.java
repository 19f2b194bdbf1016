package org.commonground.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresUrlTest {

    private static final String OURS = "currentSchema=app,engine&logServerErrorDetail=false&reWriteBatchedInserts=true";

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db/cg, jdbc:postgresql://db/cg?",
        "jdbc:postgresql://db/cg?, jdbc:postgresql://db/cg?",
        "jdbc:postgresql://db/cg?ssl=true, jdbc:postgresql://db/cg?ssl=true&",
        "jdbc:postgresql://db/cg?logServerErrorDetail=true&ssl=true&currentSchema=public, jdbc:postgresql://db/cg?ssl=true&",
    })
    void carriesWhatEveryConnectionReliesOn(String given, String expected) {
        assertThat(PostgresUrl.complete(given)).isEqualTo(expected + OURS);
    }
}

package cn.gongshu.city;

import cn.gongshu.city.ServerSettings.DatabaseAddress;
import cn.gongshu.kernel.LegalDate;
import cn.gongshu.postgres.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LegalDateTest {

    private static final LocalDate LEAP_DAY = LocalDate.of(2028, 2, 29);

    @TempDir
    Path folder;

    @Test
    void a_demo_stays_on_the_legal_date_it_was_given() {
        try (CityServer demo = CityServer.start(settings(Mode.DEMO))) {
            assertThat(demo.bean(LegalDate.class).today()).isEqualTo(LEAP_DAY);
        }
    }

    @Test
    void an_office_does_not_start_with_a_legal_date_of_its_own() {
        assertThatThrownBy(() -> CityServer.start(settings(Mode.OFFICE)))
                .isInstanceOf(Sentence.class)
                .hasMessageContaining("Only a demo may set the legal date");
    }

    @Test
    void a_date_that_is_none_is_told_in_one_sentence() {
        Options options = Options.read(List.of("--date", "2026-02-29"), Set.of("--date"), Set.of());
        assertThatThrownBy(() -> options.date("--date"))
                .isInstanceOf(Sentence.class)
                .hasMessageContaining("--date");
        assertThat(Options.read(List.of(), Set.of("--date"), Set.of()).date("--date"))
                .isEmpty();
    }

    private ServerSettings settings(Mode mode) {
        TestPostgres.TestDatabase database = TestPostgres.shared().freshDatabase();
        return new ServerSettings(
                mode,
                0,
                folder,
                new DatabaseAddress(database.jdbcUrl(), database.user(), database.password()),
                Map.of("gongshu.legal-date", LEAP_DAY.toString()));
    }
}

package cn.gongshu.city;

import cn.gongshu.city.StaffedCity.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class ItemSuspensionTest {

    private static final Map<String, Object> GROUND = Map.of(
            "reason",
            "来源核查",
            "document",
            Map.of("title", "核查通知", "number", "2号", "date", "2026-11-20", "sha256", "1".repeat(64)));

    private static StaffedCity city;

    @BeforeAll
    static void open() {
        city = StaffedCity.luan();
    }

    @AfterAll
    static void reconcile() throws SQLException {
        city.everyRowIsWhatItsLatestActLeft();
    }

    @Test
    void a_provider_stops_its_own_item_and_the_agency_resumes_it() {
        long epoch = city.epoch();
        assertThat(act("provider", "C07-02", "suspension").status()).isEqualTo(201);
        var item = city.get("consumer", "/api/v1/catalogue-items/C07-02").body();
        assertThat(item.path("inForce").asBoolean()).isFalse();
        assertThat(item.path("suspended").path("reason").asString()).isEqualTo("来源核查");
        assertThat(city.epoch()).isGreaterThan(epoch);
        act("provider", "C07-02", "suspension").isRefused("WRONG_STATE", "R072");
        act("provider", "C07-02", "resumption").isRefused("NOT_PERMITTED", "R087");
        assertThat(act("agency", "C07-02", "resumption").status()).isEqualTo(201);
        assertThat(city.get("consumer", "/api/v1/catalogue-items/C07-02")
                        .body()
                        .path("inForce")
                        .asBoolean())
                .isTrue();
        act("agency", "C07-02", "resumption").isRefused("WRONG_STATE", "R072");
    }

    @Test
    void a_provider_cannot_stop_what_another_provides() {
        act("provider-health", "C07-01", "suspension").isRefused("NOT_PERMITTED", "R072a");
    }

    @Test
    void an_item_that_is_not_published_has_nothing_to_stop() {
        act("agency", "C20-01", "suspension").isRefused("WRONG_STATE", "R072");
        assertThat(act("agency", "C99-01", "suspension").code()).isEqualTo("NOT_FOUND");
        city.post("agency", "/api/v1/catalogue-items/C07-01/suspension", Map.of("reason", "r"))
                .isRefused("DOCUMENT_REQUIRED", "R072");
    }

    @Test
    void an_act_rests_on_no_paper_of_the_future() {
        Map<String, Object> paper =
                Map.of("title", "决定书", "number", "一号", "date", "2999-01-01", "sha256", "0".repeat(64));
        Reply refused = city.post(
                "agency", "/api/v1/catalogue-items/C07-01/suspension", Map.of("reason", "核查", "document", paper));
        refused.isRefused("FIELD_INVALID", "");
        assertThat(refused.body().path("detail").asString()).contains("document.date", "不晚于今日");
    }

    private static Reply act(String user, String item, String act) {
        return city.post(user, "/api/v1/catalogue-items/" + item + "/" + act, GROUND);
    }
}

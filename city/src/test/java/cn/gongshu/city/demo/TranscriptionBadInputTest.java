package cn.gongshu.city.demo;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Links that may not be entered: each is refused by name and clause, and leaves no row and no act. */
@Timeout(180)
class TranscriptionBadInputTest {

    private static final PlayedCity city = PlayedCity.shared();
    private static final String LINK = "scenario-p37";

    /** A link on paper, as what it changes of a good one, who enters it and what must come of it. */
    record Bad(String what, String user, Map<String, ? extends @Nullable Object> changes, String refusal) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Bad> links() {
        return Stream.of(
                bad("both signers the same", Map.of("grantee", "operator"), "422 SIGNERS_SAME R043"),
                bad("a term that ends before it starts", Map.of("lastDay", "2020-01-01"), "422 TERM_INVALID R066"),
                bad("a condition of an unknown kind", conditions("phase-of-the-moon"), "403 CONDITION_UNKNOWN R082"),
                bad("an item its parent does not have", item("C99-99"), "422 WIDER_THAN_PARENT R031"),
                new Bad(
                        "an item that is not in the catalogue",
                        "bureau-zhou",
                        scheme("C99-99"),
                        "400 FIELD_INVALID R011"),
                new Bad(
                        "a floor below the city's where aggregates about persons are given",
                        "bureau-zhou",
                        floor(9),
                        "400 FIELD_INVALID Q14"),
                bad("an id that is taken", Map.of("id", LINK), "409 WRONG_STATE R058"),
                bad("an unknown member", Map.of("surprise", true), "400 MALFORMED"),
                bad("an unknown parent", Map.of("parent", "nowhere"), "400 FIELD_INVALID R031"),
                bad("a date that is none", Map.of("from", "2026-02-30"), "400 FIELD_INVALID"),
                new Bad("a user who may not transcribe", "bank-jiang", Map.of(), "403 NOT_PERMITTED R087"),
                new Bad("a party of neither side", "bureau-zhou", Map.of(), "403 NOT_PERMITTED R087"));
    }

    private static Bad bad(String what, Map<String, Object> changes, String refusal) {
        return new Bad(what, "operator-xu", changes, refusal);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("links")
    void a_bad_link_is_refused_and_leaves_nothing(Bad bad) {
        Map<String, @Nullable Object> terms = new HashMap<>(terms());
        terms.putAll(bad.changes);
        refused(bad, Map.of("contract", terms, "document", LuanLinks.paper(LINK)));
    }

    @Test
    void a_link_without_a_document_is_refused_and_leaves_nothing() {
        Bad bad = bad("no document", Map.of(), "422 DOCUMENT_REQUIRED R043");
        refused(bad, Map.of("contract", terms()));
    }

    private static void refused(Bad bad, Map<String, Object> body) {
        String before = rows();
        Answer answer = city.world()
                .caller()
                .post("/api/v1/transcribed-acts", city.world().token(bad.user), body);
        assertThat(answer.inWords()).as("%s", answer.body()).isEqualTo(bad.refusal);
        assertThat(answer.body().path("detail").asString())
                .matches("(?s).*\\p{IsHan}.*")
                .doesNotContain("{");
        assertThat(answer.body().path("traceId").asString()).isNotBlank();
        assertThat(rows()).isEqualTo(before);
    }

    private static Map<String, Object> terms() {
        Map<String, Object> terms = new HashMap<>(LuanLinks.terms(LINK));
        terms.put("id", "bad-link");
        return terms;
    }

    private static Map<String, Object> conditions(String kind) {
        return Map.of("conditions", List.of(Map.of("kind", kind)));
    }

    private static Map<String, Object> item(String id) {
        Map<String, Object> scope = Map.of(
                "items", List.of(Map.of("item", id, "maximum", "L3", "columns", List.of("insured_id"))),
                "purposes", List.of("employment-support"),
                "forms", List.of("API"),
                "recipients", List.of("agency"),
                "floor", 10);
        return Map.of("scope", scope);
    }

    /** A scheme of its own, over one item: there is no parent to be wider than. */
    private static Map<String, @Nullable Object> scheme(String item) {
        Map<String, @Nullable Object> terms = new HashMap<>(LuanLinks.terms("scheme-2025"));
        terms.put("id", "bad-link");
        terms.put("parent", null);
        terms.put("product", null);
        terms.putAll(item(item));
        return terms;
    }

    private static Map<String, @Nullable Object> floor(int floor) {
        Map<String, @Nullable Object> terms = scheme("C07-01");
        Map<String, @Nullable Object> scope = new HashMap<>();
        scope.put("items", List.of(Map.of("item", "C07-01", "maximum", "L3", "columns", List.of("insured_id"))));
        scope.put("purposes", List.of("employment-support"));
        scope.put("forms", List.of("DATA_SET"));
        scope.put("recipients", List.of("agency"));
        scope.put("floor", floor);
        terms.put("scope", scope);
        return terms;
    }

    private static String rows() {
        return city.db()
                .sql("SELECT (SELECT count(*) FROM mandate) || ' ' || (SELECT count(*) FROM mandate_status) || ' ' || "
                        + "(SELECT count(*) FROM act_outbox)")
                .query(String.class)
                .single();
    }
}

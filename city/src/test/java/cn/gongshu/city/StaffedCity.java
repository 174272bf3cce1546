package cn.gongshu.city;

import cn.gongshu.city.demo.LuanCatalogue;
import cn.gongshu.city.demo.LuanProducts;
import cn.gongshu.kernel.LegalDate;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Term;
import cn.gongshu.platform.access.Accounts;
import cn.gongshu.platform.access.Accounts.Grant;
import cn.gongshu.platform.access.Accounts.Keepers;
import cn.gongshu.platform.access.Accounts.NewOfficer;
import cn.gongshu.platform.access.Accounts.NewOrganisation;
import cn.gongshu.platform.access.Role;
import cn.gongshu.platform.act.StateTable;
import cn.gongshu.postgres.TestPostgres;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** A running city with one officer for every role, named by the role in lower case, and two data providers. */
final class StaffedCity implements AutoCloseable {

    private static final String PASSWORD = "a-long-password";
    private static @Nullable StaffedCity luan;

    private final RunningCity city;
    private final Map<String, String> tokens = new HashMap<>();

    private StaffedCity(RunningCity city) {
        this.city = city;
    }

    /** A city of its own, its catalogue empty. */
    static StaffedCity start() {
        StaffedCity staffed = new StaffedCity(RunningCity.start());
        staffed.hire();
        return staffed;
    }

    /** One city for all tests of this JVM that leave one another's items alone: both annexes in, first batch published. */
    static synchronized StaffedCity luan() {
        if (luan == null) {
            StaffedCity city = start();
            assertThat(city.post("agency", "/api/v1/catalogue-imports", LuanCatalogue.importBody()).status)
                    .isEqualTo(201);
            assertThat(city.post("agency", "/api/v1/product-list-imports", LuanProducts.importBody()).status)
                    .isEqualTo(201);
            Map<String, Object> batch =
                    Map.of("number", "FIRST", "date", "2026-11-20", "items", LuanCatalogue.firstBatch());
            assertThat(city.post("agency", "/api/v1/publication-batches", batch).status)
                    .isEqualTo(201);
            luan = city;
        }
        return luan;
    }

    private void hire() {
        Accounts accounts = city.server().bean(Accounts.class);
        String code = accounts.newSetupCode().orElseThrow();
        Keepers keepers = new Keepers(
                officer("keeper", Role.SYSTEM_ADMINISTRATOR),
                officer("granter", Role.SECURITY_ADMINISTRATOR),
                new Grant("测试", term()));
        assertThat(accounts.setUp(code, organisation("keepers"), keepers)).isInstanceOf(Outcome.Done.class);
        for (String id : List.of("bureau", "operator", "others", "human-resources", "health-commission")) {
            post("keeper", "/api/v1/organisations", Map.of("id", id, "name", "单位 " + id, "nameEn", id));
        }
        for (Role role : Role.values()) {
            hire(role.name().toLowerCase(java.util.Locale.ROOT), employer(role), role);
        }
        hire("provider-health", "health-commission", Role.PROVIDER);
        hire("agency-inside-provider", "human-resources", Role.AGENCY);
    }

    private static String employer(Role role) {
        return switch (role) {
            case AGENCY -> "bureau";
            case OPERATOR -> "operator";
            case PROVIDER -> "human-resources";
            default -> "others";
        };
    }

    private void hire(String user, String organisation, Role role) {
        Map<String, Object> body = Map.of(
                "user",
                user,
                "display",
                user,
                "organisation",
                organisation,
                "roles",
                List.of(role.name()),
                "password",
                PASSWORD);
        assertThat(post("keeper", "/api/v1/officers", body).status).isEqualTo(201);
        Map<String, Object> grant = Map.of(
                "purpose",
                "测试",
                "from",
                term().from().toString(),
                "lastDay",
                term().lastDay().toString());
        assertThat(post("granter", "/api/v1/officers/" + user + "/access-grants", grant).status)
                .isEqualTo(201);
    }

    private static NewOrganisation organisation(String id) {
        return new NewOrganisation(id, "单位 " + id, id, null);
    }

    private static NewOfficer officer(String user, Role role) {
        return new NewOfficer(user, user, "keepers", Set.of(role), PASSWORD);
    }

    /** The server follows the real clock, and a grant lasts at most a year. */
    private static Term term() {
        LocalDate today = LocalDate.now(LegalDate.ZONE);
        return Term.throughLastDay(today, today.plusDays(300));
    }

    /** What an officer gets, or nobody signed in when {@code user} is null. */
    Reply get(@Nullable String user, String path) {
        return reply(user == null ? city.get(path) : city.get(path, token(user)));
    }

    Reply post(@Nullable String user, String path, Object body) {
        return post(user, path, body, Map.of());
    }

    Reply post(@Nullable String user, String path, Object body, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Content-Type", "application/json");
        if (user != null) {
            all.put("Authorization", "Bearer " + token(user));
        }
        return reply(city.post(path, JsonMapper.shared().writeValueAsString(body), all));
    }

    private synchronized String token(String user) {
        return tokens.computeIfAbsent(user, _ -> {
            String body = JsonMapper.shared().writeValueAsString(Map.of("user", user, "password", PASSWORD));
            return Objects.requireNonNull(reply(city.postJson("/api/v1/session", body))
                    .body
                    .path("token")
                    .asString());
        });
    }

    JdbcClient db() {
        return city.server().bean(JdbcClient.class);
    }

    RunningCity running() {
        return city;
    }

    long count(String table) {
        return db().sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    long epoch() {
        return db().sql("SELECT epoch FROM mandate_epoch").query(Long.class).single();
    }

    /** A connection of the test's own to the city's database. */
    Connection connect() throws SQLException {
        var server = TestPostgres.shared().server();
        String database =
                db().sql("SELECT current_database()").query(String.class).single();
        return DriverManager.getConnection(server.jdbcUrl(database), server.user(), server.password());
    }

    /** Every row of every state table is exactly what the latest act that wrote it left. */
    void everyRowIsWhatItsLatestActLeft() throws SQLException {
        String differing = """
                SELECT count(*) FROM %1$s t
                 WHERE %3$s IS DISTINCT FROM
                       (SELECT row_hash FROM act_row r WHERE r.table_name = '%1$s' AND r.row_key = t.%2$s::text
                         ORDER BY seq DESC LIMIT 1)
                """;
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET TIME ZONE 'UTC'");
            for (StateTable table : StateTable.values()) {
                try (ResultSet rows =
                        statement.executeQuery(differing.formatted(table.table(), table.key(), table.hashSql()))) {
                    rows.next();
                    assertThat(rows.getLong(1)).as(table.table()).isZero();
                }
            }
        }
    }

    private static Reply reply(HttpResponse<String> response) {
        String body = response.body();
        return new Reply(
                response.statusCode(),
                body.isEmpty()
                        ? JsonMapper.shared().missingNode()
                        : JsonMapper.shared().readTree(body));
    }

    @Override
    public void close() {
        city.close();
    }

    /** A status with its JSON body. */
    record Reply(int status, JsonNode body) {

        String code() {
            return body.path("code").asString("");
        }

        String clause() {
            return body.path("clause").asString("");
        }

        /** Refused with this code under this clause, in words a person can read. */
        void isRefused(String code, String clause) {
            assertThat(code() + " " + clause()).isEqualTo(code + " " + clause);
            assertThat(status).isBetween(400, 499);
            assertThat(body.path("detail").asString())
                    .matches("(?s).*\\p{IsHan}.*")
                    .doesNotContain("{", "}");
            assertThat(body.path("fix").asString()).isNotBlank();
            assertThat(body.path("traceId").asString()).isNotBlank();
        }
    }
}

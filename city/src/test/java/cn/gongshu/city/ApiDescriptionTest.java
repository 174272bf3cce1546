package cn.gongshu.city;

import cn.gongshu.platform.access.Operation;
import cn.gongshu.platform.access.PermissionTable;
import cn.gongshu.platform.access.Route;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.Locale;

import static org.assertj.core.api.Assertions.assertThat;

class ApiDescriptionTest {

    private static JsonNode api;

    @BeforeAll
    static void read() {
        try (RunningCity city = RunningCity.start()) {
            api = JsonMapper.shared().readTree(city.get("/v3/api-docs").body());
        }
    }

    @Test
    void every_route_of_the_permission_table_says_what_it_does_who_may_and_how_it_refuses() {
        for (Route route : PermissionTable.routes()) {
            JsonNode operation = operation(route);
            assertThat(operation.path("summary").asString(""))
                    .as("%s %s", route.method(), route.pattern())
                    .matches(".*\\p{IsHan}.* [a-z].*");
            assertThat(operation.path("description").asString("")).isNotBlank();
            assertThat(operation.path("security").path(0).propertyNames().toString())
                    .as("%s %s", route.method(), route.pattern())
                    .isEqualTo(
                            switch (route.operation().audience()) {
                                case ANYONE -> "[]";
                                case SIGNED_IN, ROLES -> "[session]";
                                case KEY_HOLDERS -> "[apiKey]";
                            });
            assertThat(operation.path("responses").propertyNames())
                    .as("%s %s", route.method(), route.pattern())
                    .anyMatch(status -> status.startsWith("2"))
                    .anyMatch(status -> status.startsWith("4"));
        }
    }

    @Test
    void nothing_is_described_that_the_permission_table_lacks() {
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> assertThat(PermissionTable.routes())
                                .as("%s %s", method, path.getKey())
                                .anyMatch(route -> path(route).equals(path.getKey())
                                        && route.method().equals(method.toUpperCase(Locale.ROOT)))));
    }

    @Test
    void a_stranger_can_write_a_caller_of_the_product_door_from_it() {
        Route door = PermissionTable.routes().stream()
                .filter(route -> route.operation() == Operation.USE_PRODUCT)
                .findFirst()
                .orElseThrow();
        JsonNode call = operation(door);
        assertThat(call.path("parameters")
                        .valueStream()
                        .map(each -> each.path("in").asString() + " "
                                + each.path("name").asString() + " "
                                + each.path("required").asBoolean()))
                .containsExactly("path code true", "header Idempotency-Key true", "header Accept-Language false");
        JsonNode body = call.path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        assertThat(body.path("properties").propertyNames()).containsExactly("purpose", "subject", "parameters");
        assertThat(body.path("properties")
                        .path("subject")
                        .path("properties")
                        .path("kind")
                        .path("enum")
                        .toString())
                .isEqualTo("[\"PERSON\",\"FIRM\"]");
        for (String status : new String[] {"400", "401", "403", "404", "409", "413", "415", "429", "503"}) {
            JsonNode refused = call.path("responses").path(status);
            assertThat(refused.path("content").propertyNames()).as(status).containsExactly("application/problem+json");
        }
        assertThat(api.path("components")
                        .path("securitySchemes")
                        .path("apiKey")
                        .path("scheme")
                        .asString())
                .isEqualTo("bearer");
        assertThat(api.path("components")
                        .path("schemas")
                        .path("Problem")
                        .path("properties")
                        .propertyNames())
                .contains("type", "title", "status", "detail", "code", "clause", "fix", "mender", "traceId");
    }

    private static JsonNode operation(Route route) {
        return api.path("paths").path(path(route)).path(route.method().toLowerCase(Locale.ROOT));
    }

    private static String path(Route route) {
        return route.pattern().replace("{*", "{");
    }
}

package cn.gongshu.city;

import cn.gongshu.platform.access.PermissionTable;
import cn.gongshu.platform.access.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

class RouteTest {

    private static RunningCity city;

    @BeforeAll
    static void start() {
        city = RunningCity.start();
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @Test
    void every_route_of_the_control_plane_stands_in_the_permission_table() {
        assertThat(declared())
                .allSatisfy(route -> assertThat(inTable())
                        .as("PermissionTable lacks %s", route)
                        .contains(route));
    }

    @Test
    void the_permission_table_names_no_route_that_does_not_exist() {
        Set<String> controlPlane = inTable().stream()
                .filter(route -> route.contains(" /api/"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(declared()).containsAll(controlPlane);
    }

    @Test
    void a_path_in_no_table_is_refused_to_everyone() {
        assertThat(city.get("/api/v1/nothing").statusCode()).isEqualTo(401);
        assertThat(city.get("/actuator/env").statusCode()).isEqualTo(401);
        assertThat(city.get("/api/v1/../v1/officers").statusCode()).isIn(400, 401);
        assertThat(city.get("/api/v1/officers/").statusCode()).isEqualTo(401);
        assertThat(city.get("//api/v1/officers").statusCode()).isIn(400, 401);
        assertThat(city.get("/api%2Fv1%2Fofficers").statusCode()).isIn(400, 401, 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%61ctuator",
                "/actuator",
                "/%61ctuator/env",
                "/%61pi/v1/nothing",
                "/v%33/nothing",
                "/l%6fg/nothing",
                "/op%65n/v1/nothing",
                "/v3",
                "/assets/%2561ctuator"
            })
    void a_path_of_the_servers_is_no_web_file_however_it_is_written(String path) {
        assertThat(city.get(path).statusCode()).isIn(400, 401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sign-in", "/products/P37", "/catalogue"})
    void a_place_of_the_web_application_is_open_to_everyone(String path) {
        assertThat(city.get(path).statusCode()).isEqualTo(200);
    }

    private static Set<String> declared() {
        return city.server().beans(RequestMappingHandlerMapping.class).stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(info -> info.getMethodsCondition().getMethods().stream()
                        .flatMap(method -> info.getPatternValues().stream().map(pattern -> method + " " + pattern)))
                .filter(route -> !route.contains("/v3/api-docs"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> inTable() {
        return PermissionTable.routes().stream().map(RouteTest::line).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String line(Route route) {
        return route.method() + " " + route.pattern();
    }
}

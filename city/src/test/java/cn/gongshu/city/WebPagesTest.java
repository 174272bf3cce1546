package cn.gongshu.city;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpResponse;

import static org.assertj.core.api.Assertions.assertThat;

class WebPagesTest {

    private static final RunningCity city = StaffedCity.luan().running();

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/catalogue", "/catalogue/C07-01", "/products/P37"})
    void a_place_inside_the_application_gets_the_page_and_is_asked_for_each_time(String path) {
        HttpResponse<String> page = city.get(path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'");
        assertThat(page.body()).contains("公数");
    }

    @Test
    void a_bundle_with_its_hash_in_its_name_may_be_kept_for_ever() {
        HttpResponse<String> bundle = city.get("/assets/check-1a2b3c4d.js");
        assertThat(bundle.statusCode()).isEqualTo(200);
        assertThat(bundle.headers().firstValue("Content-Type").orElse("")).contains("javascript");
        assertThat(bundle.headers().firstValue("Cache-Control").orElse(""))
                .contains("max-age=31536000")
                .contains("immutable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/missing.js", "/assets/missing-12345678.js", "/assets/missing", "/favicon.xyz"})
    void a_file_that_is_not_there_is_not_found_and_never_the_page(String path) {
        HttpResponse<String> missing = city.get(path);
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("NOT_FOUND").doesNotContain("公数");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/nothing",
                "/open/v1/nothing",
                "/log/nothing",
                "/actuator/env",
                "/v3/nothing",
                "/api",
                "/..%2f..%2fapplication.yaml",
                "/static/../application.yaml",
                "/%2e%2e/application.yaml"
            })
    void an_address_of_another_part_or_outside_the_files_never_gets_the_page(String path) {
        HttpResponse<String> refused = city.get(path);
        assertThat(refused.statusCode()).isIn(400, 401, 404);
        assertThat(refused.body()).doesNotContain("公数", "spring:");
    }
}

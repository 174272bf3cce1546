package cn.gongshu.city;

import cn.gongshu.city.StaffedCity.Reply;
import cn.gongshu.platform.access.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** Every route of the catalogue and the product list, tried by every role and by nobody. */
class CatalogueRolesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/api/v1/catalogue-imports, AGENCY",
        "/api/v1/publication-batches, AGENCY",
        "/api/v1/catalogue-items/C05-01/level-changes, AGENCY PROVIDER",
        "/api/v1/catalogue-items/C05-01/level-changes/1/confirmation, AGENCY PROVIDER",
        "/api/v1/catalogue-items/C05-01/suspension, AGENCY PROVIDER",
        "/api/v1/catalogue-items/C05-01/resumption, AGENCY",
        "/api/v1/product-list-imports, AGENCY",
        "/api/v1/products/P37/registration-applications, OPERATOR",
        "/api/v1/products/P37/legal-gates, OPERATOR",
        "/api/v1/products/P37/trial-prices, OPERATOR",
    })
    void only_these_roles_may(String path, String roles) {
        StaffedCity city = StaffedCity.luan();
        Set<Role> may = Arrays.stream(roles.split(" ")).map(Role::valueOf).collect(Collectors.toSet());
        for (Role role : EnumSet.complementOf(EnumSet.copyOf(may))) {
            city.post(user(role), path, Map.of()).isRefused("NOT_PERMITTED", "R087");
        }
        for (Role role : may) {
            Reply passed = city.post(user(role), path, Map.of());
            assertThat(passed.clause()).as("%s reaches the act itself", role).isNotEqualTo("R087");
        }
        city.post(null, path, Map.of()).isRefused("SESSION_MISSING", "R087");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"/api/v1/catalogue-items", "/api/v1/catalogue-items/C05-01", "/api/v1/products", "/api/v1/products/P37"
    })
    void everyone_signed_in_may_read_and_nobody_else(String path) {
        StaffedCity city = StaffedCity.luan();
        for (Role role : Role.values()) {
            assertThat(city.get(user(role), path).status()).as(role.name()).isEqualTo(200);
        }
        city.get(null, path).isRefused("SESSION_MISSING", "R087");
    }

    private static String user(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}

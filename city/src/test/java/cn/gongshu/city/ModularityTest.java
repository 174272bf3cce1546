package cn.gongshu.city;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    @Test
    void packages_of_the_platform_use_only_what_their_neighbours_show() {
        ApplicationModules.of("cn.gongshu.platform").verify();
    }
}

package cn.gongshu.city;

import cn.gongshu.kernel.LegalDate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.security.SecureRandom;
import java.time.Clock;

/** Time and randomness come in here, from outside. */
@Configuration
class CityConfiguration {

    @Bean
    Clock machineTime() {
        return Clock.systemUTC();
    }

    @Bean
    LegalDate legalDate(Clock machineTime) {
        return LegalDate.of(machineTime);
    }

    @Bean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }
}

package cn.gongshu.city;

import cn.gongshu.cities.luan.terms.CityParameters;
import cn.gongshu.cities.luan.terms.Vocabulary;
import cn.gongshu.kernel.LegalDate;
import cn.gongshu.mandate.Naming;
import cn.gongshu.mandate.Purpose;
import cn.gongshu.platform.authorisation.Purposes;
import cn.gongshu.regulation.Parameters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.stream.Collectors;

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

    /** The city's dated parameters (cities/luan). */
    @Bean
    Parameters parameters() {
        return CityParameters.load().values();
    }

    /** The city's controlled list of purposes. */
    @Bean
    Purposes purposes() {
        return new Purposes(Vocabulary.purposes().entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> new Purpose(entry.getKey()),
                        entry -> new Naming.Name(
                                entry.getValue().zh(), entry.getValue().en()))));
    }

    @Bean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }
}

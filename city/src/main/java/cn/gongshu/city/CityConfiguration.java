package cn.gongshu.city;

import cn.gongshu.cities.luan.terms.CityParameters;
import cn.gongshu.cities.luan.terms.ConsentText;
import cn.gongshu.cities.luan.terms.Vocabulary;
import cn.gongshu.kernel.LegalDate;
import cn.gongshu.mandate.Naming;
import cn.gongshu.mandate.Purpose;
import cn.gongshu.platform.authorisation.Purposes;
import cn.gongshu.platform.delivery.ConsentTexts;
import cn.gongshu.platform.evidence.CheckpointSigning;
import cn.gongshu.regulation.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Collectors;

/** The city's legal time, values, words and randomness; machine time comes from {@link CityServer}. */
@Configuration
class CityConfiguration {

    /** Property of a demo: the legal date it stays on, ISO. */
    static final String LEGAL_DATE = "gongshu.legal-date";

    /** The day the clock shows; a demo may be pinned to another, an office never. */
    @Bean
    LegalDate legalDate(
            Clock machineTime,
            @Value("${gongshu.mode}") Mode mode,
            @Value("${" + LEGAL_DATE + ":#{null}}") @Nullable LocalDate pinned) {
        if (pinned == null) {
            return LegalDate.of(machineTime);
        }
        if (mode != Mode.DEMO) {
            throw new Sentence(
                    2, "只有演示可以设定法定日期（" + LEGAL_DATE + "）。", "Only a demo may set the legal date (" + LEGAL_DATE + ").");
        }
        return () -> pinned;
    }

    /** The city's dated parameters (cities/luan). */
    @Bean
    Parameters parameters() {
        return CityParameters.load().values();
    }

    /** The consent texts of the city, every version. */
    @Bean
    ConsentTexts consentTexts() {
        return new ConsentTexts(ConsentText.load().stream()
                .collect(Collectors.groupingBy(
                        text -> new Purpose(text.purpose()),
                        Collectors.mapping(ConsentText::version, Collectors.toUnmodifiableSet()))));
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
    CheckpointSigning checkpointSigning() {
        return BouncyCastleSigner::new;
    }

    @Bean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }
}

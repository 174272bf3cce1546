package cn.gongshu.platform.authorisation;

import cn.gongshu.mandate.decision.DecisionPoint;
import cn.gongshu.mandate.decision.EpochWatch;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one decision point of the process. */
@Configuration
class AuthorisationConfiguration {

    @Bean
    EpochWatch epochWatch() {
        return new EpochWatch();
    }

    @Bean
    DecisionPoint decisionPoint(EpochWatch watch) {
        return new DecisionPoint(watch, System::nanoTime);
    }
}

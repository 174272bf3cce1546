package cn.gongshu.platform.access;

import cn.gongshu.kernel.LegalDate;
import cn.gongshu.regulation.Parameters;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.time.LocalDate;

/** The limits of sign-in that the city's parameters set (I08), as they stand today. */
@Component
class SignInLimits {

    private final Parameters parameters;
    private final LegalDate legalDate;

    SignInLimits(Parameters parameters, LegalDate legalDate) {
        this.parameters = parameters;
        this.legalDate = legalDate;
    }

    /** Wrong passwords in a row that pause an account. */
    int failures() {
        return number("sign_in.max_failures");
    }

    /** How long an account is paused. */
    Duration pause() {
        return Duration.ofMinutes(number("sign_in.pause_minutes"));
    }

    /** How long a session lasts after sign-in. */
    Duration session() {
        return Duration.ofMinutes(number("session.minutes"));
    }

    LocalDate today() {
        return legalDate.today();
    }

    private int number(String code) {
        return parameters.number(code, today());
    }
}

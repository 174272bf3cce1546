package cn.gongshu.platform.access;

import cn.gongshu.kernel.LegalDate;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.platform.access.Accounts.Grant;
import cn.gongshu.regulation.GrantRules;
import cn.gongshu.regulation.Parameters;
import org.springframework.stereotype.Component;

import java.time.LocalDate;

/** Holds access grants to the longest term that the city's parameters allow today (R087). */
@Component
class GrantTerms {

    private static final String MAX_DAYS = "access_grant.max_days";

    private final Parameters parameters;
    private final LegalDate legalDate;

    GrantTerms(Parameters parameters, LegalDate legalDate) {
        this.parameters = parameters;
        this.legalDate = legalDate;
    }

    LocalDate today() {
        return legalDate.today();
    }

    Outcome<Grant> checked(Grant grant) {
        int most = parameters.number(MAX_DAYS, today());
        return GrantRules.length(grant.term(), most).map(term -> grant);
    }
}

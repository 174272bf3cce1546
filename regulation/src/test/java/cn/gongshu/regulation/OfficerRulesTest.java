package cn.gongshu.regulation;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.PartyId;
import cn.gongshu.kernel.Term;
import cn.gongshu.regulation.GrantRules.AccessGrant;
import cn.gongshu.regulation.TranscriptionRules.ActingOfficer;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import static org.assertj.core.api.Assertions.assertThat;

class OfficerRulesTest {

    @Test
    @Clause("R087")
    void a_grant_carries_its_purpose_and_ends_after_its_day() {
        LocalDate until = LocalDate.of(2026, 12, 31);
        AccessGrant grant = new AccessGrant("办理授权协议", until);
        assertThat(GrantRules.standing(grant, until)).isInstanceOf(Outcome.Done.class);
        assertThat(Refused.in(GrantRules.standing(grant, until.plusDays(1))).code())
                .isEqualTo(ErrorCode.GRANT_LAPSED);
        assertThat(Refused.in(GrantRules.standing(new AccessGrant(" ", until), until))
                        .clause())
                .isEqualTo("R087");
    }

    @Test
    @Clause("R087")
    void a_grant_lasts_no_longer_than_the_city_allows_and_its_last_day_counts() {
        LocalDate from = LocalDate.of(2026, 3, 1);
        Term year = Term.throughLastDay(from, from.plusDays(364));
        assertThat(GrantRules.length(year, 365)).isEqualTo(Outcome.done(year));
        assertThat(Refused.in(GrantRules.length(Term.throughLastDay(from, from.plusDays(365)), 365))
                        .code())
                .isEqualTo(ErrorCode.GRANT_TOO_LONG);
    }

    @Test
    @Clause("I08")
    void an_administrator_holds_no_other_role() {
        Predicate<String> administrator = role -> role.endsWith("_ADMINISTRATOR");
        for (Set<String> roles : List.of(
                Set.of("SYSTEM_ADMINISTRATOR", "SECURITY_ADMINISTRATOR"), Set.of("AUDIT_ADMINISTRATOR", "AGENCY"))) {
            assertThat(Refused.in(GrantRules.apart(roles, administrator)).code())
                    .isEqualTo(ErrorCode.ROLES_TOGETHER);
        }
        assertThat(GrantRules.apart(Set.of("SYSTEM_ADMINISTRATOR"), administrator))
                .isInstanceOf(Outcome.Done.class);
        assertThat(GrantRules.apart(Set.of("OPERATOR", "PARTNER"), administrator))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    @Clause("I08")
    void nobody_grants_access_to_themselves() {
        assertThat(Refused.in(GrantRules.toAnother("ke", "ke")).code()).isEqualTo(ErrorCode.GRANT_TO_ONESELF);
        assertThat(GrantRules.toAnother("wang", "ke")).isEqualTo(Outcome.done("wang"));
    }

    @Test
    @Clause("I08")
    void who_entered_an_act_does_not_confirm_it_and_nor_does_a_stranger() {
        PartyId bureau = new PartyId("bureau");
        ActingOfficer first = new ActingOfficer(bureau, "wang");
        assertThat(Refused.in(TranscriptionRules.confirm(first, first)).code()).isEqualTo(ErrorCode.SAME_OFFICER);
        assertThat(Refused.in(TranscriptionRules.confirm(first, new ActingOfficer(new PartyId("operator"), "li")))
                        .code())
                .isEqualTo(ErrorCode.NOT_PERMITTED);
        assertThat(TranscriptionRules.confirm(first, new ActingOfficer(bureau, "li")))
                .isInstanceOf(Outcome.Done.class);
    }
}

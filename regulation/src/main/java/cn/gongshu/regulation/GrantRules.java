package cn.gongshu.regulation;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.kernel.Term;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What an officer's access rests on. */
public final class GrantRules {

    private GrantRules() {}

    /**
     * An officer's access: for a purpose, until a day.
     *
     * @param purpose what for, in words
     * @param until last legal date on which it counts
     */
    public record AccessGrant(String purpose, LocalDate until) {}

    /** No grant without its purpose, and none after its day. */
    @Clause("R087")
    public static Outcome<AccessGrant> standing(AccessGrant grant, LocalDate today) {
        if (Rules.on("R087") && grant.purpose().isBlank()) {
            return Outcome.refused(
                    Refusal.of(ErrorCode.FIELD_MISSING, Map.of("field", "访问用途", "field@en", "purpose of the access"))
                            .under("R087"));
        }
        if (Rules.on("R087") && today.isAfter(grant.until())) {
            return Outcome.refused(Refusal.of(
                    ErrorCode.GRANT_LAPSED, Map.of("until", grant.until().toString())));
        }
        return Outcome.done(grant);
    }

    /** The three administrators are different persons, and none of them does the business they look after. */
    @Clause("I08")
    public static <R> Outcome<Set<R>> apart(Set<R> roles, Predicate<R> administrator) {
        boolean together = roles.size() > 1 && roles.stream().anyMatch(administrator);
        return Rules.on("I08") && together
                ? Outcome.refused(Refusal.of(ErrorCode.ROLES_TOGETHER))
                : Outcome.done(roles);
    }

    /** Who grants access does not grant it to themselves. */
    @Clause("I08")
    public static Outcome<String> toAnother(String grantedTo, String grantedBy) {
        return Rules.on("I08") && grantedTo.equals(grantedBy)
                ? Outcome.refused(Refusal.of(ErrorCode.GRANT_TO_ONESELF))
                : Outcome.done(grantedTo);
    }

    /** No access, of an officer or of a key, is given for longer than {@code maxDays} calendar days at once. */
    @Clause("R087")
    public static Outcome<Term> length(Term term, int maxDays) {
        if (Rules.on("R087") && term.from().plusDays(maxDays).isBefore(term.until())) {
            return Outcome.refused(Refusal.of(ErrorCode.GRANT_TOO_LONG, Map.of("days", Integer.toString(maxDays))));
        }
        return Outcome.done(term);
    }
}

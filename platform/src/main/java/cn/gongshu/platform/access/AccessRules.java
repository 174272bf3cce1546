package cn.gongshu.platform.access;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Language;
import cn.gongshu.kernel.LegalDate;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.regulation.GrantRules;
import cn.gongshu.regulation.GrantRules.AccessGrant;
import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;

/** Judges one request against the {@link PermissionTable}: default deny, and no access after a grant has lapsed (R087). */
public final class AccessRules {

    private final LegalDate legalDate;

    public AccessRules(LegalDate legalDate) {
        this.legalDate = legalDate;
    }

    /**
     * Empty when {@code officer} may perform {@code operation}, the refusal otherwise.
     *
     * @param operation what the route does, or null when the path is in no table
     * @param officer who asks, or null when nobody is signed in
     */
    public Optional<Refusal> refusal(@Nullable Operation operation, @Nullable Officer officer) {
        if (operation == null) {
            return Optional.of(
                    Refusal.of(officer == null ? ErrorCode.SESSION_MISSING : ErrorCode.NOT_FOUND, nothing()));
        }
        return switch (operation.audience()) {
            case ANYONE, KEY_HOLDERS -> Optional.empty();
            case SIGNED_IN -> signedIn(officer);
            case ROLES -> signedIn(officer).or(() -> inRole(operation, officer));
        };
    }

    private Optional<Refusal> signedIn(@Nullable Officer officer) {
        if (officer == null) {
            return Optional.of(Refusal.of(ErrorCode.SESSION_MISSING));
        }
        AccessGrant grant = officer.grant();
        if (grant == null) {
            return Optional.of(Refusal.of(ErrorCode.GRANT_MISSING));
        }
        return switch (GrantRules.standing(grant, legalDate.today())) {
            case Outcome.Done<AccessGrant> standing -> Optional.empty();
            case Outcome.Refused<AccessGrant>(Refusal refusal) -> Optional.of(refusal);
        };
    }

    private static Optional<Refusal> inRole(Operation operation, @Nullable Officer officer) {
        boolean may = officer != null && !Collections.disjoint(operation.roles(), officer.roles());
        return may
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        ErrorCode.NOT_PERMITTED,
                        Map.of("operation", operation.in(Language.ZH), "operation@en", operation.in(Language.EN))));
    }

    private static Map<String, String> nothing() {
        return Map.of("what", "页面", "what@en", "page");
    }
}

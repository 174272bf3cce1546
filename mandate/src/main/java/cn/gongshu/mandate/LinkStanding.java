package cn.gongshu.mandate;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Language;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.regulation.Clause;
import cn.gongshu.regulation.Rules;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Why a link is not in force; null where it is. */
public final class LinkStanding {

    private LinkStanding() {}

    /** Unsigned, changed behind its signatures, suspended or terminated: what does not depend on the date. */
    public static @Nullable Refusal broken(Mandate link) {
        Refusal unsigned = unsigned(link);
        return unsigned == null ? stopped(link) : unsigned;
    }

    /** Before its first day or after its last. */
    public static @Nullable Refusal outOfTerm(Mandate link, LocalDate date) {
        Refusal notYet = notYet(link, date);
        return notYet == null ? expired(link, date) : notYet;
    }

    @Clause("R043")
    private static @Nullable Refusal unsigned(Mandate link) {
        boolean signed = switch (link.recorded()) {
            case ENTERED, CONFIRMED -> false;
            case SIGNED, SUSPENDED, TERMINATED, IN_FORCE, EXPIRED -> link.intact();
        };
        return signed || !Rules.on("R043") ? null : refusal(ErrorCode.LINK_UNSIGNED, link, Map.of());
    }

    @Clause("R06A")
    private static @Nullable Refusal stopped(Mandate link) {
        if (!Rules.on("R06A")) {
            return null;
        }
        return switch (link.recorded()) {
            case SUSPENDED -> refusal(ErrorCode.LINK_SUSPENDED, link, Map.of());
            case TERMINATED -> refusal(ErrorCode.LINK_TERMINATED, link, Map.of());
            case ENTERED, CONFIRMED, SIGNED, IN_FORCE, EXPIRED -> null;
        };
    }

    @Clause("R067")
    private static @Nullable Refusal notYet(Mandate link, LocalDate date) {
        return Rules.on("R067") && date.isBefore(link.term().from())
                ? refusal(
                        ErrorCode.LINK_NOT_YET,
                        link,
                        Map.of("from", link.term().from().toString()))
                : null;
    }

    @Clause("R067")
    static @Nullable Refusal expired(Mandate link, LocalDate date) {
        return Rules.on("R067") && !date.isBefore(link.term().until())
                ? refusal(
                        ErrorCode.LINK_EXPIRED,
                        link,
                        Map.of("lastDay", link.term().lastDay().toString()))
                : null;
    }

    /** What a link is called in refusals. */
    public static Map<String, String> name(Mandate link) {
        return Map.of("link", link.title(), "link@en", link.kind().in(Language.EN) + " " + link.id());
    }

    private static Refusal refusal(ErrorCode code, Mandate link, Map<String, String> more) {
        Map<String, String> details = new HashMap<>(name(link));
        details.putAll(more);
        return Refusal.of(code, details);
    }
}

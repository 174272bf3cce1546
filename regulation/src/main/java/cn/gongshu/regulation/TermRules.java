package cn.gongshu.regulation;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.kernel.Term;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/** How long a link of the chain may last. */
public final class TermRules {

    /** Parameter (INT): the most years an operating agreement may last in principle. */
    public static final String AGREEMENT_MAX_YEARS = "agreement.term.max_years";

    private static final int LAST_YEAR = 9999;

    private TermRules() {}

    /** A link that is already there, for rules about several links. */
    public record Existing(String title, Term term) {}

    /** The term a paper states, its last day included; refused when it ends before it starts. */
    public static Outcome<Term> stated(LocalDate from, LocalDate lastDay) {
        if (lastDay.isBefore(from)) {
            return Outcome.refused(Refusal.of(ErrorCode.TERM_INVALID));
        }
        if (lastDay.getYear() > LAST_YEAR || from.getYear() < 1) {
            return Outcome.refused(Refusal.of(
                    ErrorCode.FIELD_INVALID,
                    Map.of("field", "期限", "field@en", "term", "rule", "年份为四位", "rule@en", "years have four digits")));
        }
        return Outcome.done(Term.throughLastDay(from, lastDay));
    }

    /** An agreement lasts in principle at most {@code maxYears}; more needs a reason and an approver. */
    @Clause("R066")
    @Clause("Q15")
    public static Outcome<Term> agreement(Term term, int maxYears, @Nullable Derogation derogation) {
        boolean tooLong =
                term.lastDay().isAfter(Term.ofYears(term.from(), maxYears).lastDay());
        boolean derogated = derogation != null && Rules.on("Q15");
        if (Rules.on("R066") && tooLong && !derogated) {
            return Outcome.refused(Refusal.of(ErrorCode.TERM_TOO_LONG, Map.of("years", Integer.toString(maxYears))));
        }
        return Outcome.done(term);
    }

    /** A link lasts no longer than the one it comes from, and starts no earlier. */
    @Clause("R031")
    public static Outcome<Term> within(Term child, String parentTitle, Term parent) {
        if (!Rules.on("R031") || child.within(parent)) {
            return Outcome.done(child);
        }
        if (child.until().isAfter(parent.until())) {
            return Outcome.refused(Refusal.of(
                    ErrorCode.TERM_BEYOND_PARENT,
                    Map.of(
                            "lastDay", child.lastDay().toString(),
                            "parentLastDay", parent.lastDay().toString())));
        }
        return Outcome.refused(Refusal.of(
                ErrorCode.WIDER_THAN_PARENT,
                Map.of(
                        "aspect", "起始日 " + child.from(),
                        "aspect@en", "Starting on " + child.from(),
                        "link", parentTitle)));
    }

    /** One operating agreement for the whole at a time (整体授权). */
    @Clause("R030")
    public static Outcome<Term> oneOverall(Term term, Collection<Existing> agreements) {
        for (Existing other : agreements) {
            boolean overlap = term.from().isBefore(other.term().until())
                    && other.term().from().isBefore(term.until());
            if (Rules.on("R030") && overlap) {
                return Outcome.refused(Refusal.of(ErrorCode.OVERLAPPING_AGREEMENT, Map.of("link", other.title())));
            }
        }
        return Outcome.done(term);
    }
}

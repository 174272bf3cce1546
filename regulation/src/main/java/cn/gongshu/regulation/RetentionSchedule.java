package cn.gongshu.regulation;

import java.time.LocalDate;
import java.util.Locale;

/**
 * How long one record is kept (I10).
 *
 * @param type what kind of record
 * @param days calendar days it is kept at least, counted from its legal date
 */
public record RetentionSchedule(RecordType type, int days) {

    /** Kinds of record that the law keeps for different times. */
    public enum RecordType {
        /** A product's answer, or a call that was refused. */
        USE,
        /** Consent, opt-out and their withdrawal. */
        CONSENT,
        /** Contracts, signatures and what happened to a mandate. */
        CONTRACT,
        /** Every other act. */
        ACT;

        String parameter() {
            return "retention." + name().toLowerCase(Locale.ROOT) + "_days";
        }
    }

    /** What an entry carries, such as {@code use-1096d}: readable without any table. */
    public String code() {
        return type.name().toLowerCase(Locale.ROOT) + "-" + days + "d";
    }

    /** The first day on which a record of {@code legalDate} may be destroyed. */
    public LocalDate until(LocalDate legalDate) {
        return legalDate.plusDays(days);
    }
}

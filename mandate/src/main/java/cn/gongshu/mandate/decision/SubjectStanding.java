package cn.gongshu.mandate.decision;

import org.jspecify.annotations.Nullable;

/**
 * What the data subject said, read together with its row.
 *
 * @param consent its consent to this recipient and purpose, or null
 * @param optedOut it said no to this purpose
 */
public record SubjectStanding(@Nullable Consent consent, boolean optedOut) {

    /** A subject that said nothing. */
    public static final SubjectStanding SILENT = new SubjectStanding(null, false);

    /** A subject that consented and did not opt out. */
    public static SubjectStanding consenting(Consent consent) {
        return new SubjectStanding(consent, false);
    }
}

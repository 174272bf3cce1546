package cn.gongshu.cities.luan.synthetic;

import cn.gongshu.cities.luan.Words;
import cn.gongshu.cities.luan.item.SubjectKind;
import org.jspecify.annotations.Nullable;

/**
 * A person or firm with a part in the story.
 *
 * @param key stable name, such as {@code interrupted} or {@code firm-growing}
 * @param id resident id or unified social credit code
 * @param consent what the subject does in the story
 * @param representative resident id of the person who consents for a firm; null for a person
 */
public record DemoSubject(
        String key,
        SubjectKind kind,
        String id,
        Consenting consent,
        @Nullable String representative,
        Words note) {

    /** What a subject does about consent in the story. */
    public enum Consenting {
        /** Consents by signing in. */
        OWN_SIGN_IN,
        /** Consents on paper, brought by the recipient with signed proof. */
        BROUGHT,
        /** Never consents. */
        NONE,
        /** Consents, then withdraws. */
        WITHDRAWS,
        /** Has opted out of aggregates. */
        OPTS_OUT
    }
}

package cn.gongshu.platform.delivery;

import cn.gongshu.evidence.Given.Withheld;
import cn.gongshu.evidence.SubjectTag;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * An answer made, not yet recorded.
 *
 * @param data the answer as canonical JSON
 * @param asOf the legal date the data stand at
 * @param snapshots lake snapshots it rests on, such as {@code C07-01@8421}
 * @param subject tag of the data subject; null for an aggregate
 * @param withheld what was hidden and left out; null for a subject's answer
 */
record Answered(
        String data,
        String asOf,
        List<String> snapshots,
        @Nullable SubjectTag subject,
        @Nullable Withheld withheld) {

    Answered {
        snapshots = List.copyOf(snapshots);
    }
}

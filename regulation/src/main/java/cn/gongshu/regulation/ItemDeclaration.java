package cn.gongshu.regulation;

import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.Level;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * What a data provider has declared about a catalogue item so far; what is not declared is absent.
 *
 * @param columns codes of its columns
 * @param subjects whom its rows are about
 * @param interests the protected interests decided, true where concerned
 * @param frequency update frequency promised
 * @param qualityPromise quality promised, in words
 * @param level level of the whole item
 */
public record ItemDeclaration(
        ItemId item,
        List<String> columns,
        Subjects subjects,
        Map<ProtectedInterest, Boolean> interests,
        @Nullable UpdateFrequency frequency,
        @Nullable String qualityPromise,
        @Nullable Level level) {

    /**
     * Whom rows are about.
     *
     * @param declared columns by which a subject is declared
     * @param keys columns under the control of a subject key
     */
    public record Subjects(List<String> declared, List<String> keys) {

        /** An item about nobody. */
        public static final Subjects NONE = new Subjects(List.of(), List.of());

        public Subjects {
            declared = List.copyOf(declared);
            keys = List.copyOf(keys);
        }

        /** Each subject has its key and each key its subject. */
        boolean agree() {
            return declared.containsAll(keys) && keys.containsAll(declared);
        }
    }

    public ItemDeclaration {
        columns = List.copyOf(columns);
        interests = Map.copyOf(interests);
    }
}

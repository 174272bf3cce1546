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
 * @param interests the protected interests decided, true where concerned
 * @param frequency update frequency promised
 * @param qualityPromise quality promised, in words
 * @param level level of the whole item
 */
public record ItemDeclaration(
        ItemId item,
        List<String> columns,
        Map<ProtectedInterest, Boolean> interests,
        @Nullable UpdateFrequency frequency,
        @Nullable String qualityPromise,
        @Nullable Level level) {

    public ItemDeclaration {
        columns = List.copyOf(columns);
        interests = Map.copyOf(interests);
    }
}

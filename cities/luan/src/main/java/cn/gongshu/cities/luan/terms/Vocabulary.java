package cn.gongshu.cities.luan.terms;

import cn.gongshu.cities.luan.Words;
import cn.gongshu.cities.luan.sheet.Sheet;
import cn.gongshu.kernel.Level;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Codes of the city with their words. */
public final class Vocabulary {

    private Vocabulary() {}

    /** The controlled list of purposes, by code. */
    public static Map<String, Words> purposes() {
        Map<String, Words> purposes = new LinkedHashMap<>();
        Sheet.read("data/purposes.tsv").rows().forEach(row -> purposes.put(row.text("code"), row.words()));
        return Collections.unmodifiableMap(purposes);
    }

    /** What each level means here. */
    public static Map<Level, Words> levels() {
        Map<Level, Words> levels = new EnumMap<>(Level.class);
        Sheet.read("data/levels.tsv").rows().forEach(row -> levels.put(row.one(Level.class, "level"), row.words()));
        return Collections.unmodifiableMap(levels);
    }
}

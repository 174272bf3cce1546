package cn.gongshu.cities.luan.terms;

import cn.gongshu.cities.luan.Words;
import cn.gongshu.cities.luan.sheet.Sheet;
import cn.gongshu.regulation.Parameters;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The city's dated parameters and what they are called.
 *
 * @param values dated, sourced, owned
 * @param meanings by code, in the order of the table
 */
public record CityParameters(Parameters values, Map<String, Meaning> meanings) {

    public CityParameters {
        meanings = Collections.unmodifiableMap(new LinkedHashMap<>(meanings));
    }

    /**
     * What a parameter is.
     *
     * @param clause id of the clause it serves
     */
    public record Meaning(String clause, Words words) {}

    public static CityParameters load() {
        Map<String, Meaning> meanings = new LinkedHashMap<>();
        Sheet.read("data/parameter-words.tsv")
                .rows()
                .forEach(row -> meanings.put(row.text("code"), new Meaning(row.text("clause"), row.words())));
        return new CityParameters(Parameters.parse(Sheet.text("data/parameters.tsv")), meanings);
    }
}

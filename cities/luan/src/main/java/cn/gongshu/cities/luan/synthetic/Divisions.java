package cn.gongshu.cities.luan.synthetic;

import cn.gongshu.cities.luan.Words;
import cn.gongshu.cities.luan.sheet.Sheet;

import java.util.List;

/**
 * The districts and townships of Lu'an.
 *
 * @param districts 7
 */
public record Divisions(List<District> districts) {

    public Divisions {
        districts = List.copyOf(districts);
    }

    /**
     * A district or county.
     *
     * @param code six digits
     * @param weight its share of the demo's people in percent; no census figure
     * @param townships all of them, development zones (codes 400 and above) included
     */
    public record District(String code, Words name, int weight, List<Township> townships) {
        public District {
            townships = List.copyOf(townships);
        }

        /** Where people of the demo live. */
        List<Township> inhabited() {
            return townships.stream()
                    .filter(township -> township.code().charAt(6) < '4')
                    .toList();
        }
    }

    /**
     * A township or street.
     *
     * @param code nine digits, the first six its district's
     */
    public record Township(String code, String name) {}

    public static Divisions load() {
        List<Sheet.Row> townships = Sheet.read("data/townships.tsv").rows();
        return new Divisions(Sheet.read("data/districts.tsv").rows().stream()
                .map(row -> new District(
                        row.text("code"), row.words(), row.whole("weight"), within(townships, row.text("code"))))
                .toList());
    }

    private static List<Township> within(List<Sheet.Row> townships, String district) {
        return townships.stream()
                .filter(row -> row.text("district").equals(district))
                .map(row -> new Township(row.text("code"), row.text("zh")))
                .toList();
    }
}

package cn.gongshu.cities.luan.demo;

import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.Level;

import java.util.List;

/**
 * What a link of the story reaches. A list that holds only {@link #ANY} permits every value.
 *
 * @param forms codes of delivery forms
 * @param recipients ids of parties
 */
public record DemoScope(
        List<Item> items, List<String> purposes, List<String> forms, List<String> recipients, int floor) {

    /** Stands for every value. */
    public static final String ANY = "*";

    public DemoScope {
        items = List.copyOf(items);
        purposes = List.copyOf(purposes);
        forms = List.copyOf(forms);
        recipients = List.copyOf(recipients);
    }

    /**
     * One item of a scope.
     *
     * @param maximum the level it may not exceed
     * @param columns codes, or only {@link #ANY}
     */
    public record Item(ItemId item, Level maximum, List<String> columns) {
        public Item {
            columns = List.copyOf(columns);
        }
    }
}

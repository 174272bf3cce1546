package cn.gongshu.cities.luan.synthetic;

import cn.gongshu.cities.luan.annex.AnnexOne;
import cn.gongshu.cities.luan.item.PreparedItem;
import cn.gongshu.cities.luan.item.PreparedItems;
import cn.gongshu.kernel.ItemId;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Reads a synthetic city's tables by column name, as a stranger would. */
final class RowMaps {

    private static final PreparedItems ITEMS = PreparedItems.load(AnnexOne.load());

    private RowMaps() {}

    static List<Map<String, @Nullable Object>> of(SyntheticCity city, String item) {
        PreparedItem prepared = ITEMS.item(new ItemId(item)).orElseThrow();
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        Iterator<@Nullable Object[]> values = city.rows(prepared.id());
        while (values.hasNext()) {
            @Nullable Object[] row = values.next();
            Map<String, @Nullable Object> named = new HashMap<>();
            for (int i = 0; i < row.length; i++) {
                named.put(prepared.columns().get(i).code(), row[i]);
            }
            rows.add(named);
        }
        return rows;
    }

    static String text(Map<String, @Nullable Object> row, String column) {
        return String.valueOf(row.get(column));
    }

    static int number(Map<String, @Nullable Object> row, String column) {
        return row.get(column) instanceof Integer value ? value : Integer.MIN_VALUE;
    }

    static Map<String, Map<String, @Nullable Object>> by(List<Map<String, @Nullable Object>> rows, String column) {
        Map<String, Map<String, @Nullable Object>> index = new HashMap<>();
        rows.forEach(row -> {
            if (index.put(text(row, column), row) != null) {
                throw new AssertionError(column + " repeats");
            }
        });
        return index;
    }
}

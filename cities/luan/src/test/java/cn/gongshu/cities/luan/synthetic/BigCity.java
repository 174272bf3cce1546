package cn.gongshu.cities.luan.synthetic;

import cn.gongshu.kernel.ItemId;
import org.jspecify.annotations.Nullable;

import java.util.Iterator;
import java.util.List;

/** Streams a city in a JVM of its own: {@code BigCity <people> <most rows per table>}. Prints rows per table. */
final class BigCity {

    private BigCity() {}

    public static void main(String[] arguments) {
        SyntheticCity city = SyntheticCity.of(SyntheticCity.DEFAULT_SEED, Integer.parseInt(arguments[0]));
        int most = Integer.parseInt(arguments[1]);
        for (String item : List.of("C05-01", "C07-01", "C07-02", "C13-01", "C13-04", "C14-01")) {
            Iterator<@Nullable Object[]> rows = city.rows(new ItemId(item));
            int count = 0;
            while (count < most && rows.hasNext()) {
                rows.next();
                count++;
            }
            System.out.println(item + " " + count);
        }
    }
}

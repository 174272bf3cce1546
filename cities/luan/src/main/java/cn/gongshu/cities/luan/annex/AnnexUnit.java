package cn.gongshu.cities.luan.annex;

import java.util.List;

/**
 * One of the 25 rows of annex 1.
 *
 * @param no 1 to 25
 * @param name as the annex writes it; a joint row names several organisations
 * @param providers the organisations the row names, one or more
 */
public record AnnexUnit(int no, String name, List<DataProvider> providers) {
    public AnnexUnit {
        providers = List.copyOf(providers);
    }
}

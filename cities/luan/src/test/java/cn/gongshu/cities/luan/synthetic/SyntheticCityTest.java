package cn.gongshu.cities.luan.synthetic;

import cn.gongshu.cities.luan.annex.AnnexOne;
import cn.gongshu.cities.luan.item.ItemColumn;
import cn.gongshu.cities.luan.item.PreparedItem;
import cn.gongshu.cities.luan.item.PreparedItems;
import cn.gongshu.kernel.ItemId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SyntheticCityTest {

    private static final List<PreparedItem> ITEMS =
            PreparedItems.load(AnnexOne.load()).items();

    @Test
    void seed_and_people_determine_every_row() {
        String golden = hash(SyntheticCity.of(SyntheticCity.DEFAULT_SEED, 2_000));
        assertThat(golden).isEqualTo(hash(SyntheticCity.of(SyntheticCity.DEFAULT_SEED, 2_000)));
        assertThat(golden).isNotEqualTo(hash(SyntheticCity.of(SyntheticCity.DEFAULT_SEED + 1, 2_000)));
        assertThat(golden)
                .as("a change of this hash is a change of every demo city: archives of earlier demos no longer match")
                .isEqualTo("f83f28992b8fc3319d8d74baf1888dcda2960e5d45c0520534cd7633ed561f59");
    }

    @Test
    void every_value_has_its_columns_class_and_only_optional_columns_are_ever_null() {
        SyntheticCity city = SyntheticCity.of(7, 3_000);
        for (PreparedItem item : ITEMS) {
            Iterator<@Nullable Object[]> rows = city.rows(item.id());
            boolean[] sawNull = new boolean[item.columns().size()];
            while (rows.hasNext()) {
                @Nullable Object[] row = rows.next();
                assertThat(row).hasSize(item.columns().size());
                for (int i = 0; i < row.length; i++) {
                    ItemColumn column = item.columns().get(i);
                    Object value = row[i];
                    sawNull[i] |= value == null;
                    assertThat(fits(column, value))
                            .as("%s %s", column.ref(), value)
                            .isTrue();
                }
            }
            for (int i = 0; i < sawNull.length; i++) {
                boolean rare = item.columns().get(i).code().equals("last_paid_month");
                assertThat(sawNull[i] || rare)
                        .as(item.columns().get(i).ref().toString())
                        .isEqualTo(!item.columns().get(i).required());
            }
        }
    }

    @Test
    void the_demo_has_as_many_rows_as_its_document_states() throws IOException {
        String document = Files.readString(
                Path.of(System.getProperty("project.root", "../..")).resolve("docs/data/synthetic-city.md"));
        SyntheticCity city = SyntheticCity.of(SyntheticCity.DEFAULT_SEED, SyntheticCity.DEFAULT_PEOPLE);
        for (PreparedItem item : ITEMS) {
            int count = 0;
            for (Iterator<@Nullable Object[]> rows = city.rows(item.id()); rows.hasNext(); rows.next()) {
                count++;
            }
            assertThat(document).contains("| %s | %,d |".formatted(item.id(), count));
        }
    }

    @Test
    void too_few_or_too_many_people_and_items_without_columns_are_refused() {
        assertThatThrownBy(() -> SyntheticCity.of(1, SyntheticCity.MIN_PEOPLE - 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SyntheticCity.of(1, SyntheticCity.MAX_PEOPLE + 1))
                .isInstanceOf(IllegalArgumentException.class);
        SyntheticCity city = SyntheticCity.of(1, SyntheticCity.MIN_PEOPLE);
        assertThatThrownBy(() -> city.rows(new ItemId("C01-01"))).isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean fits(ItemColumn column, @Nullable Object value) {
        if (value == null) {
            return !column.required();
        }
        return switch (column.type()) {
            case TEXT -> value instanceof String text && !text.isBlank();
            case INT -> value instanceof Integer;
            case LONG -> value instanceof Long;
            case DATE -> value instanceof LocalDate;
            case MONTH -> value instanceof Integer month && month % 100 >= 1 && month % 100 <= 12;
        };
    }

    private static String hash(SyntheticCity city) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (PreparedItem item : ITEMS) {
                city.rows(item.id())
                        .forEachRemaining(
                                row -> digest.update(Arrays.toString(row).getBytes(StandardCharsets.UTF_8)));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}

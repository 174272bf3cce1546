package cn.gongshu.kernel;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CanonicalJsonTest {

    @Test
    void member_order_of_the_input_does_not_change_the_bytes() {
        Map<String, Object> value = new HashMap<>();
        value.put("zeta", 1);
        value.put("alpha", Arrays.asList(true, null, "社保"));
        value.put("Alpha", Map.of("b", 2L, "a", -1));
        assertThat(CanonicalJson.text(value))
                .isEqualTo("{\"Alpha\":{\"a\":-1,\"b\":2},\"alpha\":[true,null,\"社保\"],\"zeta\":1}");
    }

    @Test
    void the_sorting_example_of_rfc_8785_comes_out_in_its_order() {
        Map<String, Object> value = Map.of(
                "\u20ac", "Euro Sign",
                "\r", "Carriage Return",
                "\ufb33", "Hebrew Letter Dalet With Dagesh",
                "1", "One",
                "\ud83d\ude00", "Emoji: Grinning Face",
                "\u0080", "Control",
                "\u00f6", "Latin Small Letter O With Diaeresis");
        assertThat(CanonicalJson.text(value))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @Test
    void control_characters_are_escaped_the_short_way_where_there_is_one() {
        assertThat(CanonicalJson.text("\u0000\u001f\n\"\\/")).isEqualTo("\"\\u0000\\u001f\\n\\\"\\\\/\"");
    }

    @Test
    void what_has_no_single_form_is_refused() {
        for (Object bad : List.of(1.5, 1L << 53, "\ud800", Map.of(1, "number as a name"), new Object())) {
            assertThatThrownBy(() -> CanonicalJson.bytes(bad)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}

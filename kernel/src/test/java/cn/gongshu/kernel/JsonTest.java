package cn.gongshu.kernel;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JsonTest {

    @Test
    void a_plain_text_becomes_maps_lists_strings_longs_booleans_and_null() {
        Object value =
                parse(" {\"a\" : [1, -2, true, false, null, \"社保\\n\\u00e9\\ud83d\\ude00/\\/\"], \"b\":{} }\r\n");
        Map<String, @Nullable Object> expected = new HashMap<>();
        List<@Nullable Object> list = new ArrayList<>(List.of(1L, -2L, true, false));
        list.add(null);
        list.add("社保\né😀//");
        expected.put("a", list);
        expected.put("b", Map.of());
        assertThat(value).isEqualTo(expected);
    }

    @Test
    void the_edges_of_numbers_and_depth_are_read() {
        assertThat(parse("9007199254740991")).isEqualTo(9007199254740991L);
        assertThat(parse("-9007199254740991")).isEqualTo(-9007199254740991L);
        assertThat(parse("0")).isEqualTo(0L);
        assertThat(parse("[".repeat(32) + "]".repeat(32))).isInstanceOf(List.class);
        assertThat(Json.parse("\"abc\"", new Json.Limits(5, 0))).isEqualTo("abc");
    }

    @Test
    void whatever_could_be_read_in_two_ways_is_refused() {
        for (String bad : List.of(
                "",
                " ",
                "{",
                "[",
                "]",
                "\"",
                "\"\\",
                "\"\\u12",
                "\"\\u12g4\"",
                "\"\\x\"",
                "\"\n\"",
                "tru",
                "nul",
                "True",
                "1.5",
                "1e3",
                "01",
                "-0",
                "-",
                "+1",
                "9007199254740992",
                "-9007199254740992",
                "12345678901234567890",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1,\"\\u0061\":2}",
                "{\"a\" 1}",
                "{a:1}",
                "{\"a\":1,}",
                "[1,]",
                "[1 2]",
                "[1]]",
                "1 2",
                "\"\\ud800\"",
                "\"\\udc00\\ud800\"",
                "\"\\ud800x\"",
                "\ufeff1",
                "[".repeat(33),
                "NaN",
                "'a'",
                "[1]//",
                "\uffff",
                "1\uffff")) {
            assertThatThrownBy(() -> parse(bad)).as(bad).isInstanceOf(Json.Malformed.class);
        }
    }

    @Test
    void bytes_that_are_no_utf_8_and_texts_beyond_the_limit_are_refused() {
        for (byte[] bad : new byte[][] {
            {'"', (byte) 0xc3, '"'},
            {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'},
            {'"', (byte) 0xc0, (byte) 0x80, '"'}
        }) {
            assertThatThrownBy(() -> Json.parse(bad, Json.Limits.USUAL)).isInstanceOf(Json.Malformed.class);
        }
        assertThatThrownBy(() -> Json.parse("\"abc\"", new Json.Limits(4, 9))).isInstanceOf(Json.Malformed.class);
    }

    @Test
    void an_object_expected_is_an_object_or_a_refusal_that_quotes_nothing() {
        assertThat(Json.object(bytes("{\"a\":1}"), Json.Limits.USUAL)).isEqualTo(Outcome.done(Map.of("a", 1L)));
        assertThat(refused("[1]")).isEqualTo(ErrorCode.MALFORMED);
        assertThat(refused("{\"a\":")).isEqualTo(ErrorCode.MALFORMED);
        assertThat(Json.object(bytes("{\"a\":1}"), new Json.Limits(6, 9)))
                .isEqualTo(Outcome.refused(Refusal.of(ErrorCode.BODY_TOO_LARGE, Map.of("limit", "6"))));
    }

    @Test
    void what_canonical_json_writes_is_read_back_the_same() {
        SplittableRandom random = new SplittableRandom(20261124);
        for (int i = 0; i < Integer.getInteger("gongshu.test.cases", 1000); i++) {
            Object value = randomValue(random, 4);
            byte[] canonical = CanonicalJson.bytes(value);
            Object read = Json.parse(canonical, Json.Limits.USUAL);
            assertThat(read).isEqualTo(value);
            assertThat(CanonicalJson.bytes(read)).isEqualTo(canonical);
        }
    }

    @Test
    void no_cut_and_no_flipped_byte_ends_in_anything_but_a_value_or_malformed() {
        byte[] text = bytes("{\"a\":[1,{\"b\":\"\\u00e9社\\ud83d\\ude00\"},true,null],\"c\":-12}");
        for (int at = 0; at < text.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] flipped = text.clone();
                flipped[at] ^= (byte) (1 << bit);
                readsOrRefuses(flipped);
            }
            readsOrRefuses(Arrays.copyOf(text, at));
        }
    }

    private static void readsOrRefuses(byte[] text) {
        try {
            Object value = Json.parse(text, Json.Limits.USUAL);
            assertThat(Json.parse(CanonicalJson.bytes(value), Json.Limits.USUAL))
                    .isEqualTo(value);
        } catch (Json.Malformed expected) {
            assertThat(expected.at()).isBetween(0, text.length);
        }
    }

    private static @Nullable Object randomValue(SplittableRandom random, int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> random.nextLong(-(1L << 53) + 1, 1L << 53);
            case 3 -> randomText(random);
            case 4 -> {
                List<@Nullable Object> list = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(randomValue(random, depth - 1));
                }
                yield list;
            }
            default -> {
                Map<String, @Nullable Object> map = new HashMap<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    map.put(randomText(random), randomValue(random, depth - 1));
                }
                yield map;
            }
        };
    }

    private static String randomText(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            int code = random.nextInt(random.nextBoolean() ? 0x80 : 0x110000);
            text.appendCodePoint(code >= 0xd800 && code < 0xe000 ? 'x' : code);
        }
        return text.toString();
    }

    private static ErrorCode refused(String text) {
        return Json.object(bytes(text), Json.Limits.USUAL) instanceof Outcome.Refused<?>(Refusal refusal)
                ? refusal.code()
                : ErrorCode.INTERNAL;
    }

    private static @Nullable Object parse(String text) {
        return Json.parse(text, Json.Limits.USUAL);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void what_is_wrong_is_said_in_one_language_at_a_time() {
        for (String bad :
                List.of("", "{", "[]", "{\"a\":1,\"a\":2}", "{\"a\":1.5}", "{\"a\":\"", "{} x", "{\"a\":tru}")) {
            Refusal refusal = ((Outcome.Refused<?>)
                            Json.object(bad.getBytes(StandardCharsets.UTF_8), Json.Limits.USUAL))
                    .refusal();
            assertThat(refusal.code().reason(Language.ZH, refusal.details()))
                    .as(bad)
                    .startsWith("请求无法读懂：JSON ")
                    .doesNotContainPattern("[a-z]{2}");
            assertThat(refusal.code().reason(Language.EN, refusal.details()))
                    .as(bad)
                    .doesNotMatch(".*\\p{IsHan}.*");
        }
    }
}

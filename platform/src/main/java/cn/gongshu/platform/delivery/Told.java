package cn.gongshu.platform.delivery;

import cn.gongshu.platform.http.Required;
import cn.gongshu.platform.http.Words;
import cn.gongshu.platform.product.ActiveVersion.Choice;
import cn.gongshu.platform.product.ActiveVersion.Field;
import cn.gongshu.platform.product.ActiveVersion.FieldType;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a definition tells people what the product is.
 *
 * @param sentence what it tells
 * @param outputs the fields of an answer, or the columns of a data set
 */
record Told(Words sentence, List<Field> outputs) {

    private static final int LONGEST = 300;

    Told {
        outputs = List.copyOf(outputs);
    }

    static Told read(Map<String, @Nullable Object> body) {
        List<Field> outputs = new ArrayList<>();
        for (Object output : list("outputs", body.get("outputs"))) {
            outputs.add(output(object("outputs", output)));
        }
        return new Told(words("sentence", object("sentence", body.get("sentence"))), outputs);
    }

    /** The two members zh and en of an object. */
    static Words words(String field, Map<?, ?> object) {
        return new Words.Body(text(object.get("zh")), text(object.get("en"))).read(field, LONGEST);
    }

    Map<String, Object> sentenceJson() {
        return Map.of("zh", sentence.zh(), "en", sentence.en());
    }

    List<Map<String, Object>> outputsJson() {
        return outputs.stream().map(Told::json).toList();
    }

    private static Map<String, Object> json(Field output) {
        return Map.of(
                "code", output.code(),
                "zh", output.zh(),
                "en", output.en(),
                "type", output.type().name(),
                "choices",
                        output.choices().stream()
                                .map(choice -> Map.of("code", choice.code(), "zh", choice.zh(), "en", choice.en()))
                                .toList());
    }

    private static Field output(Map<?, ?> object) {
        Words words = words("outputs", object);
        List<Choice> choices = new ArrayList<>();
        for (Object choice : list("outputs.choices", object.get("choices"))) {
            Map<?, ?> one = object("outputs.choices", choice);
            Words meaning = words("outputs.choices", one);
            choices.add(new Choice(
                    Required.text("outputs.choices.code", text(one.get("code")), 64), meaning.zh(), meaning.en()));
        }
        return new Field(
                Required.id("outputs.code", text(object.get("code"))),
                words.zh(),
                words.en(),
                Required.one(FieldType.class, "outputs.type", text(object.get("type"))),
                false,
                List.copyOf(choices),
                null);
    }

    private static List<?> list(String field, @Nullable Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw Required.invalid(field, "列表", "a list");
    }

    private static Map<?, ?> object(String field, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw Required.invalid(field, "对象", "an object");
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text ? text : null;
    }
}

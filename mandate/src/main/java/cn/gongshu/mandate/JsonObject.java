package cn.gongshu.mandate;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The members of one JSON object, each read as what it must be. */
record JsonObject(Map<?, ?> members) {

    static JsonObject of(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return new JsonObject(map);
        }
        throw new IllegalArgumentException("an object is missing");
    }

    String text(String name) {
        String text = textOrNull(name);
        if (text == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return text;
    }

    @Nullable
    String textOrNull(String name) {
        return orNull(name, String.class);
    }

    long number(String name) {
        Long number = numberOrNull(name);
        if (number == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return number;
    }

    @Nullable
    Long numberOrNull(String name) {
        return orNull(name, Long.class);
    }

    JsonObject object(String name) {
        return of(members.get(name));
    }

    @Nullable
    JsonObject objectOrNull(String name) {
        return members.get(name) == null ? null : object(name);
    }

    List<JsonObject> objects(String name) {
        List<JsonObject> objects = new ArrayList<>();
        for (Object element : list(name)) {
            objects.add(of(element));
        }
        return objects;
    }

    /** The texts of a list, or null where the word stands instead of it. */
    @Nullable
    List<String> textsOrWord(String name, String word) {
        if (word.equals(members.get(name))) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        for (Object element : list(name)) {
            if (!(element instanceof String text)) {
                throw new IllegalArgumentException(name + " is no list of texts");
            }
            texts.add(text);
        }
        return texts;
    }

    Map<String, @Nullable Object> membersWithout(String name) {
        Map<String, @Nullable Object> rest = new HashMap<>();
        members.forEach((key, value) -> rest.put(String.valueOf(key), value));
        rest.remove(name);
        return rest;
    }

    private List<?> list(String name) {
        if (members.get(name) instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException(name + " is no list");
    }

    private <T> @Nullable T orNull(String name, Class<T> type) {
        Object value = members.get(name);
        if (value == null) {
            return null;
        }
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException(name + " is no " + type.getSimpleName());
        }
        return type.cast(value);
    }
}

package cn.gongshu.platform.http;

import cn.gongshu.kernel.Language;
import org.jspecify.annotations.Nullable;

/** The same sentence in Chinese and in English. */
public record Words(String zh, String en) {

    public String in(Language language) {
        return language == Language.ZH ? zh : en;
    }

    /** The sentence as a request brings it. */
    public record Body(@Nullable String zh, @Nullable String en) {

        /** Both languages, each of at most {@code limit} characters. */
        public Words read(String field, int limit) {
            return new Words(Required.text(field + ".zh", zh, limit), Required.text(field + ".en", en, limit));
        }
    }
}

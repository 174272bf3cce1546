package cn.gongshu.kernel;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** The two languages the system speaks. Chinese first. */
public enum Language {
    ZH,
    EN;

    /** English only where an Accept-Language header ranks it before Chinese; Chinese otherwise. */
    public static Language accepted(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank() || acceptLanguage.length() > 200) {
            return ZH;
        }
        try {
            for (Locale.LanguageRange range : Locale.LanguageRange.parse(acceptLanguage)) {
                if (range.getRange().startsWith("zh")) {
                    return ZH;
                }
                if (range.getRange().startsWith("en")) {
                    return EN;
                }
            }
        } catch (IllegalArgumentException unreadable) {
            return ZH;
        }
        return ZH;
    }
}

package cn.gongshu.cities.luan;

import cn.gongshu.kernel.Language;

/** The same sentence in Chinese and in English. */
public record Words(String zh, String en) {

    public String in(Language language) {
        return language == Language.ZH ? zh : en;
    }
}

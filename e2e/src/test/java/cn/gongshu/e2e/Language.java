package cn.gongshu.e2e;

/** The two languages of the pages, by the tag under which the browser remembers them. */
enum Language {
    ZH("zh-CN"),
    EN("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    String tag() {
        return tag;
    }

    /** The words of this language. */
    String of(String zh, String en) {
        return this == ZH ? zh : en;
    }
}

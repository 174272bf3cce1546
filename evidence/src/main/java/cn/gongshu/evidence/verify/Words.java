package cn.gongshu.evidence.verify;

/** One sentence in both languages. */
public record Words(String zh, String en) {}

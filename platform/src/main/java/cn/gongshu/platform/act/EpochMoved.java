package cn.gongshu.platform.act;

/** The mandate epoch has moved. */
public record EpochMoved(long epoch) {}

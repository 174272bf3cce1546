package cn.gongshu.cities.luan.item;

import cn.gongshu.cities.luan.Words;

/**
 * One rule of an item's quality promise (R071).
 *
 * @param threshold least share of rows that keep the rule, in hundredths of a percent: 9990 is 99.90 %
 */
public record QualityRule(QualityDimension dimension, int threshold, Words rule) {}

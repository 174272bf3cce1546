package cn.gongshu.cities.luan.item;

import cn.gongshu.cities.luan.Words;
import cn.gongshu.regulation.ProtectedInterest;

/**
 * Whether an item touches a protected interest, decided with a reason.
 *
 * @param present true when it does
 */
public record InterestAnswer(ProtectedInterest interest, boolean present, Words reason) {}

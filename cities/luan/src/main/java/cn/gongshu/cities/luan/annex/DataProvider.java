package cn.gongshu.cities.luan.annex;

import cn.gongshu.cities.luan.Words;
import cn.gongshu.kernel.PartyId;

/**
 * An organisation that owns catalogue items (A2).
 *
 * @param name as annex 1 writes it, and an English rendering of ours
 */
public record DataProvider(PartyId id, Words name) {}

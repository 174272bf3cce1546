package cn.gongshu.cities.luan.demo;

import cn.gongshu.cities.luan.Words;
import cn.gongshu.kernel.PartyId;

/**
 * A party of the story.
 *
 * @param role code of what it is, as the platform's roles are called; PROVIDER for the data providers of annex 1
 */
public record DemoParty(PartyId id, String role, Words name) {}

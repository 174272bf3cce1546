package cn.gongshu.cities.luan.demo;

import cn.gongshu.kernel.PartyId;

/**
 * An account of the story; its password is made when the demo is set up.
 *
 * @param user name to sign in with
 * @param display the officer's invented name
 * @param role code of the role
 */
public record DemoAccount(String user, String display, PartyId party, String role) {}

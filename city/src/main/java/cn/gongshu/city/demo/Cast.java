package cn.gongshu.city.demo;

import cn.gongshu.cities.luan.annex.AnnexOne;
import cn.gongshu.cities.luan.demo.DemoAccount;
import cn.gongshu.cities.luan.demo.DemoScript;

import java.util.List;
import java.util.stream.Stream;

/** Who plays in Lu'an's demo: the parties of its script, and one account for every role of the regulation. */
final class Cast {

    private static final DemoScript SCRIPT = DemoScript.load(AnnexOne.load());
    private static final String KEEPER = "SYSTEM_ADMINISTRATOR";
    private static final String GRANTER = "SECURITY_ADMINISTRATOR";

    static final List<Organisation> ORGANISATIONS = SCRIPT.parties().stream()
            .map(party -> new Organisation(
                    party.id().value(), party.name().zh(), party.name().en()))
            .toList();

    /** The first administrator, made with the set-up code. */
    static final Account ADMINISTRATOR = SCRIPT.accounts().stream()
            .filter(account -> account.role().equals(KEEPER))
            .map(Cast::account)
            .findFirst()
            .orElseThrow();

    /** The first security administrator, made at the same time: who grants access to everyone else. */
    static final Account SECURITY = SCRIPT.accounts().stream()
            .filter(account -> account.role().equals(GRANTER))
            .map(Cast::account)
            .findFirst()
            .orElseThrow();

    /** Everyone else. */
    static final List<Account> ACCOUNTS = SCRIPT.accounts().stream()
            .filter(account -> !account.role().equals(KEEPER) && !account.role().equals(GRANTER))
            .map(Cast::account)
            .toList();

    private Cast() {}

    static List<Account> everyone() {
        return Stream.concat(Stream.of(ADMINISTRATOR, SECURITY), ACCOUNTS.stream())
                .toList();
    }

    private static Account account(DemoAccount account) {
        return new Account(account.user(), account.display(), account.party().value(), account.role());
    }

    record Organisation(String id, String name, String nameEn) {}

    record Account(String user, String display, String organisation, String role) {}
}

package cn.gongshu.city.demo;

import cn.gongshu.city.demo.Step.Got;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** First chapter: the installation is set up, every role gets its account, and nobody gets more (R087, I08). */
final class AccessChapter {

    private AccessChapter() {}

    static List<Step> steps() {
        return List.of(
                Step.act("setup", "系统管理员", "用一次性安装码建立系统管理员与安全管理员", "I08", "成功，安装码作废", AccessChapter::setUp),
                Step.act("accounts", "系统管理员、安全管理员", "一人建账号，另一人授予有目的、有期限的访问", "R087", "全部可登录", AccessChapter::accounts),
                Step.trial("setup-twice", "任何人", "再次使用安装码", "R087", "拒绝 SETUP_CODE_WRONG", AccessChapter::setUpTwice),
                Step.trial(
                        "wrong-password", "任何人", "以错误密码登录", "R087", "拒绝 SIGN_IN_FAILED", AccessChapter::wrongPassword),
                Step.trial("no-session", "任何人", "未登录查看账号", "R087", "拒绝 SESSION_MISSING", AccessChapter::noSession),
                Step.trial("wrong-role", "银行", "以使用方身份新建账号", "R087", "拒绝 NOT_PERMITTED", AccessChapter::wrongRole));
    }

    private static Got setUp(World world) {
        Answer answer = world.caller().post("/api/v1/setup", null, setUpBody(world, setupCode(world)));
        return new Got(answer.inWords(), answer.ok() || wasSetUp(world, answer));
    }

    /** An interrupted story may have set it up already: then the code is used up, and by this administrator. */
    private static boolean wasSetUp(World world, Answer answer) {
        return answer.code().equals("SETUP_CODE_WRONG") && world.signsIn(Cast.ADMINISTRATOR.user());
    }

    private static Map<String, Object> setUpBody(World world, String code) {
        return Map.of(
                "code",
                code,
                "organisation",
                organisation("keepers"),
                "administrator",
                officer(world, Cast.ADMINISTRATOR),
                "securityAdministrator",
                officer(world, Cast.SECURITY),
                "grant",
                grant(world, "保管平台"));
    }

    /** The demo's server leaves the code in the data folder; an office's prints it to the administrator. */
    private static String setupCode(World world) {
        try {
            return Files.readString(world.folder().resolve(DemoServer.SETUP_CODE_FILE))
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Got accounts(World world) {
        String administrator = world.token(Cast.ADMINISTRATOR.user());
        for (Cast.Organisation organisation : Cast.ORGANISATIONS) {
            if (!organisation.id().equals("keepers")) {
                Answer made =
                        world.caller().post("/api/v1/organisations", administrator, organisation(organisation.id()));
                if (!made.madeOrThere()) {
                    return Got.success(made);
                }
            }
        }
        for (Cast.Account account : Cast.ACCOUNTS) {
            Answer made = world.caller().post("/api/v1/officers", administrator, officer(world, account));
            if (!made.madeOrThere()) {
                return Got.success(made);
            }
            // A resumed story may find the account without its grant; a second grant of the same days does no harm.
            Answer granted = grantAccess(world, account);
            if (!granted.ok()) {
                return Got.success(granted);
            }
            world.token(account.user());
        }
        return new Got(Cast.ACCOUNTS.size() + " 个账号已登录", true);
    }

    private static Answer grantAccess(World world, Cast.Account account) {
        return world.caller()
                .post(
                        "/api/v1/officers/" + account.user() + "/access-grants",
                        world.token(Cast.SECURITY.user()),
                        grant(world, "演示：履行" + account.role() + "职责"));
    }

    private static Got setUpTwice(World world) {
        return Got.refusal(
                world.caller().post("/api/v1/setup", null, setUpBody(world, setupCode(world))), "SETUP_CODE_WRONG");
    }

    private static Got wrongPassword(World world) {
        Map<String, String> body = Map.of("user", "bureau-zhou", "password", "not the password");
        return Got.refusal(world.caller().post("/api/v1/session", null, body), "SIGN_IN_FAILED");
    }

    private static Got noSession(World world) {
        return Got.refusal(world.caller().get("/api/v1/officers", null), "SESSION_MISSING");
    }

    private static Got wrongRole(World world) {
        return Got.refusal(
                world.caller().post("/api/v1/officers", world.token("bank-jiang"), Map.of()), "NOT_PERMITTED");
    }

    private static Map<String, Object> organisation(String id) {
        return Cast.ORGANISATIONS.stream()
                .filter(organisation -> organisation.id().equals(id))
                .findFirst()
                .<Map<String, Object>>map(o -> Map.of("id", o.id(), "name", o.name(), "nameEn", o.nameEn()))
                .orElseThrow();
    }

    private static Map<String, Object> officer(World world, Cast.Account account) {
        return Map.of(
                "user", account.user(),
                "display", account.display(),
                "organisation", account.organisation(),
                "roles", List.of(account.role()),
                "password", world.password(account.user()));
    }

    private static Map<String, Object> grant(World world, String purpose) {
        LocalDate today = world.legalDate();
        return Map.of(
                "purpose",
                purpose,
                "from",
                today.toString(),
                "lastDay",
                today.plusDays(364).toString());
    }
}

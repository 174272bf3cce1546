package cn.gongshu.platform.access;

import cn.gongshu.kernel.Language;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import static cn.gongshu.platform.access.Role.AGENCY;
import static cn.gongshu.platform.access.Role.AUDIT_ADMINISTRATOR;
import static cn.gongshu.platform.access.Role.OPERATOR;
import static cn.gongshu.platform.access.Role.PARTNER;
import static cn.gongshu.platform.access.Role.PROVIDER;
import static cn.gongshu.platform.access.Role.SECURITY_ADMINISTRATOR;
import static cn.gongshu.platform.access.Role.SYSTEM_ADMINISTRATOR;

/** What may be asked of the platform, and which roles may ask it. Who is not named may not. */
public enum Operation {
    /** Anyone, signed in or not. */
    SEE_PUBLIC(Audience.ANYONE, "查看公开信息", "see public information"),
    SIGN_IN(Audience.ANYONE, "登录", "sign in"),
    SET_UP(Audience.ANYONE, "首次安装", "set the installation up"),
    SEE_OWN_SESSION(Audience.SIGNED_IN, "查看自己的登录", "see one's own session"),
    SEE_HEALTH(Audience.ANYONE, "查看运行状态", "see whether the service runs"),
    ADMINISTER_ACCOUNTS(Audience.ROLES, "管理账号与组织", "administer accounts", SYSTEM_ADMINISTRATOR),
    GRANT_ACCESS(Audience.ROLES, "授予和终止访问", "grant and end access", SECURITY_ADMINISTRATOR),
    IDENTIFY_SUBJECT(Audience.ROLES, "核验数据主体身份", "identify a data subject", SECURITY_ADMINISTRATOR),
    SEE_ACCOUNTS(
            Audience.ROLES,
            "查看账号与授予",
            "see accounts and grants",
            SYSTEM_ADMINISTRATOR,
            SECURITY_ADMINISTRATOR,
            AUDIT_ADMINISTRATOR,
            AGENCY),
    SEE_CATALOGUE(Audience.SIGNED_IN, "查看一本账", "see the catalogue"),
    COMPILE_CATALOGUE(Audience.ROLES, "编制目录", "compile the catalogue", AGENCY),
    PUBLISH_BATCH(Audience.ROLES, "公示目录批次", "publish a batch of the catalogue", AGENCY),
    CHANGE_LEVEL(Audience.ROLES, "变更级别", "change a level", AGENCY, PROVIDER),
    SUSPEND_ITEM(Audience.ROLES, "暂停目录项", "suspend a catalogue item", AGENCY, PROVIDER),
    RESUME_ITEM(Audience.ROLES, "恢复目录项", "resume a catalogue item", AGENCY),
    SEE_MARKET(Audience.SIGNED_IN, "查看产品市场", "see the market"),
    COMPILE_PRODUCT_LIST(Audience.ROLES, "编制产品清单", "compile the product list", AGENCY),
    APPLY_FOR_REGISTRATION(Audience.ROLES, "申请产品登记", "apply for registration of a product", OPERATOR),
    FILE_LEGAL_GATE(Audience.ROLES, "提交法律前置意见", "file a legal-gate opinion", OPERATOR),
    FILE_TRIAL_PRICE(Audience.ROLES, "报试行收费标准", "file a trial price", OPERATOR),
    ACTIVATE_PRODUCT(Audience.ROLES, "启用产品", "activate a product", OPERATOR),
    SEE_MANDATES(Audience.SIGNED_IN, "查看授权链", "see the chain of mandate"),
    TRANSCRIBE(Audience.ROLES, "补录授权", "transcribe a mandate", AGENCY, OPERATOR, PARTNER, Role.CITY_GOVERNMENT),
    SIGN(Audience.ROLES, "签署合约", "sign a contract", AGENCY, OPERATOR, PARTNER, Role.CITY_GOVERNMENT),
    SUSPEND_MANDATE(Audience.ROLES, "暂停授权", "suspend a mandate", AGENCY, OPERATOR),
    RESUME_MANDATE(Audience.ROLES, "恢复授权", "resume a mandate", AGENCY, OPERATOR),
    SUBSCRIBE(Audience.ROLES, "订购产品", "subscribe to a product", Role.CONSUMER),
    REVOKE_API_KEY(
            Audience.ROLES, "作废接口密钥", "revoke an API key", Role.CONSUMER, AGENCY, OPERATOR, SECURITY_ADMINISTRATOR),
    ISSUE_API_KEY(Audience.ROLES, "签发接口密钥", "issue an API key", Role.CONSUMER),
    /** At the product door, with an API key. */
    USE_PRODUCT(Audience.KEY_HOLDERS, "调用产品", "call a product"),
    CONSENT(Audience.ROLES, "提交同意", "give or bring consent", Role.DATA_SUBJECT, Role.CONSUMER),
    SEE_OWN_CONSENTS(Audience.ROLES, "管理自己的同意", "manage one's own consents", Role.DATA_SUBJECT),
    SEE_ENTRIES(
            Audience.ROLES,
            "查看使用与拒绝记录",
            "see uses and refusals",
            AGENCY,
            OPERATOR,
            Role.CONSUMER,
            AUDIT_ADMINISTRATOR,
            Role.PRICE_AUTHORITY,
            Role.MARKET_SUPERVISION,
            Role.FINANCE,
            Role.CYBERSPACE,
            Role.POLICE),
    RECONCILE(Audience.ROLES, "核对", "reconcile", AUDIT_ADMINISTRATOR, AGENCY);

    /** Who an operation is for. */
    public enum Audience {
        ANYONE,
        SIGNED_IN,
        ROLES,
        /** Holders of an API key, at the product door. */
        KEY_HOLDERS
    }

    private final Audience audience;
    private final String zh;
    private final String en;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of never changes
    private final Set<Role> roles;

    Operation(Audience audience, String zh, String en, Role... roles) {
        this.audience = audience;
        this.zh = zh;
        this.en = en;
        this.roles = Set.of(roles);
    }

    public Audience audience() {
        return audience;
    }

    /** What {@code roles} may ask beyond what anyone may. */
    public static List<Operation> heldBy(Set<Role> roles) {
        return Arrays.stream(values())
                .filter(operation -> switch (operation.audience) {
                    case SIGNED_IN -> true;
                    case ROLES -> !Collections.disjoint(operation.roles, roles);
                    case ANYONE, KEY_HOLDERS -> false;
                })
                .toList();
    }

    /** The roles that may ask it; empty unless the audience is {@link Audience#ROLES}. */
    public Set<Role> roles() {
        return roles;
    }

    public String in(Language language) {
        return language == Language.ZH ? zh : en;
    }
}

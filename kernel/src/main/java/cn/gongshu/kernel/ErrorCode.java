package cn.gongshu.kernel;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * The one catalogue of everything that can be answered instead of a result: bad input, refusals, faults. Each has an
 * HTTP status (both stacks use it), the clause it usually rests on, and four-part words in Chinese and English: what and
 * why, what to do, who can mend it. {@code {name}} is filled from {@link Refusal#details}; a detail that is a word carries its English under
 * {@code name@en}. A detail {@code fix} takes the place of what to do where the refusal knows it better.
 */
public enum ErrorCode {
    // Bad input
    BODY_TOO_LARGE(
            413,
            null,
            Mender.CALLER,
            "请求正文超过 {limit} 字节，未处理",
            "The body is larger than {limit} bytes and was not read",
            "请缩小正文后重发",
            "Send a smaller body"),
    CONTENT_TYPE(
            415,
            null,
            Mender.CALLER,
            "内容类型须为 {expected}",
            "The content type must be {expected}",
            "请设置 Content-Type 后重发",
            "Set Content-Type and send again"),
    MALFORMED(
            400,
            null,
            Mender.CALLER,
            "请求无法读懂：{what}",
            "The request cannot be read: {what}",
            "请按接口说明（/v3/api-docs）更正后重发",
            "Correct it as /v3/api-docs describes and send again"),
    FIELD_MISSING(
            400,
            null,
            Mender.CALLER,
            "缺少必填项：{field}",
            "A required field is missing: {field}",
            "请补齐该项后重发",
            "Add the field and send again"),
    FIELD_INVALID(
            400,
            null,
            Mender.CALLER,
            "“{field}”不符合要求：{rule}",
            "{field} does not satisfy: {rule}",
            "请更正该项后重发",
            "Correct the field and send again"),
    PURPOSE_MISSING(
            400,
            "R049",
            Mender.CALLER,
            "未说明用途，本次未执行",
            "No purpose was stated; nothing was done",
            "请填写订购时约定的用途",
            "State the purpose agreed in the subscription"),
    SUBJECT_ID_INVALID(
            400,
            "R012",
            Mender.CALLER,
            "证件号码未通过校验位检查，本次未执行",
            "The identity number fails its check digit; nothing was done",
            "请核对号码后重发",
            "Check the number and send again"),
    TERM_INVALID(
            422,
            "R066",
            Mender.CALLER,
            "期限的终止日早于起始日",
            "The term ends before it starts",
            "请更正起止日期",
            "Correct the dates"),
    NOT_FOUND(404, null, Mender.CALLER, "没有这个{what}", "There is no such {what}", "请核对编号", "Check the number"),
    PRODUCT_UNKNOWN(
            404,
            "R054",
            Mender.CALLER,
            "产品清单中没有 {product}",
            "The product list has no {product}",
            "请在产品市场查找产品编号",
            "Look the product up in the market"),
    METHOD_NOT_ALLOWED(
            405,
            null,
            Mender.CALLER,
            "此地址不接受该方法",
            "This address does not accept the method",
            "请按接口说明（/v3/api-docs）调用",
            "Call it as /v3/api-docs describes"),
    SETUP_CODE_WRONG(
            403,
            "R087",
            Mender.CALLER,
            "首次安装码不正确或已用过",
            "The set-up code is wrong or was used",
            "安装码在 serve 启动时显示一次；以 --new-setup-code 重新启动可另取一个",
            "serve shows it once when it starts; start it with --new-setup-code for another"),
    // Sign-in and permission
    SIGN_IN_FAILED(
            401,
            "R087",
            Mender.CALLER,
            "用户名或密码不正确",
            "The user name or password is wrong",
            "请核对后重试；连续 {limit} 次不正确将暂停登录",
            "Check and try again; {limit} failures pause sign-in"),
    SIGN_IN_PAUSED(
            429,
            "I08",
            Mender.CALLER,
            "登录失败次数过多，已暂停登录 {minutes} 分钟",
            "Too many failed sign-ins; paused for {minutes} minutes",
            "请到期后重试",
            "Try again after that"),
    SESSION_MISSING(
            401,
            "R087",
            Mender.CALLER,
            "尚未登录或登录已失效",
            "Not signed in, or the session has ended",
            "请重新登录",
            "Sign in again"),
    NOT_PERMITTED(
            403,
            "R087",
            Mender.ADMINISTRATOR,
            "您的角色没有“{operation}”的权限",
            "Your role may not {operation}",
            "请由系统管理员核对您的角色，或由有此权限的人员办理",
            "The system administrator reviews your roles, or someone who may does it"),
    GRANT_TOO_LONG(
            422,
            "R087",
            Mender.CALLER,
            "一次授予超过 {days} 天",
            "One grant lasts longer than {days} days",
            "请缩短期限，到期前再授予",
            "Shorten it and grant again before it ends"),
    GRANT_MISSING(
            403,
            "R087",
            Mender.ADMINISTRATOR,
            "您的账号今天没有访问授予",
            "Your account has no access grant today",
            "请说明用途，向安全管理员申请授予",
            "Ask the security administrator for a grant with its purpose"),
    GRANT_TO_ONESELF(
            403,
            "I08",
            Mender.ADMINISTRATOR,
            "不能为自己授予访问",
            "Nobody grants access to themselves",
            "请由另一名安全管理员办理",
            "Let another security administrator do it"),
    ROLES_TOGETHER(
            422,
            "I08",
            Mender.CALLER,
            "系统、安全、审计管理员须为不同的人，且不兼任业务角色",
            "The system, security and audit administrators are different persons and hold no other role",
            "请为每个角色建立单独的账号",
            "Make an account of its own for each role"),
    GRANT_LAPSED(
            403,
            "R087",
            Mender.SECURITY_ADMINISTRATOR,
            "您的访问授予已于 {until} 到期",
            "Your access grant lapsed on {until}",
            "请说明用途，由安全管理员续授",
            "State the purpose; the security administrator grants it again"),
    KEY_UNKNOWN(
            401,
            "R087",
            Mender.CALLER,
            "接口密钥无效",
            "The API key is not valid",
            "请核对密钥，或由订购单位重新签发（POST /api/v1/api-keys）",
            "Check the key, or the subscriber issues a new one (POST /api/v1/api-keys)"),
    KEY_EXPIRED(
            401,
            "R087",
            Mender.CALLER,
            "接口密钥已于 {until} 到期",
            "The API key expired on {until}",
            "请由订购单位重新签发（POST /api/v1/api-keys）",
            "The subscriber issues a new one (POST /api/v1/api-keys)"),
    // The chain of mandate
    NO_MANDATE(
            403,
            "R082",
            Mender.OPERATOR,
            "没有覆盖此次使用的授权",
            "No mandate covers this use",
            "请先订购该产品，或由运营机构核对授权",
            "Subscribe first, or ask the operator to review the mandate"),
    LINK_SUSPENDED(
            403,
            "R06A",
            Mender.BUREAU,
            "{link} 已暂停执行",
            "{link} is suspended",
            "请联系作出暂停决定的实施机构",
            "Contact the agency that suspended it"),
    LINK_TERMINATED(
            403,
            "R06A",
            Mender.BUREAU,
            "{link} 已提前终止",
            "{link} was terminated",
            "请联系实施机构",
            "Contact the implementing agency"),
    LINK_NOT_YET(
            403,
            "R067",
            Mender.CALLER,
            "{link} 自 {from} 起生效，今日尚未生效",
            "{link} is in force only from {from}",
            "请于生效日后使用",
            "Use it from that day"),
    LINK_EXPIRED(
            403,
            "R067",
            Mender.OPERATOR,
            "{link} 已于 {lastDay} 届满",
            "{link} ended on {lastDay}",
            "请由运营机构办理续签",
            "Ask the operator to renew"),
    LINK_UNSIGNED(
            403,
            "R043",
            Mender.OPERATOR,
            "{link} 尚未由各方签署",
            "{link} is not signed by all parties",
            "请各方在各自登录中签署",
            "Each party signs in its own session"),
    ITEM_NOT_IN_FORCE(
            403,
            "R072",
            Mender.PROVIDER,
            "目录项 {item} 未公示或已停用",
            "Catalogue item {item} is not published or not in force",
            "请由数据提供单位与实施机构核对",
            "Ask the data provider and the agency to review it"),
    LEVEL_ABOVE_SCOPE(
            403,
            "R072a",
            Mender.BUREAU,
            "目录项 {item} 的级别 {level} 高于授权上限 {maximum}",
            "Item {item} is {level}, above the mandate's {maximum}",
            "请由实施机构与数据提供单位核对定级，或变更授权",
            "Agency and provider review the level, or the mandate is changed"),
    PURPOSE_OUTSIDE(
            403,
            "R082",
            Mender.CALLER,
            "用途“{purpose}”不在 {link} 的范围内",
            "Purpose {purpose} is outside the scope of {link}",
            "请按订购时约定的用途使用",
            "Use it for the agreed purpose"),
    RECIPIENT_OUTSIDE(
            403,
            "R102",
            Mender.OPERATOR,
            "接收方 {recipient} 不在 {link} 的范围内",
            "Recipient {recipient} is outside the scope of {link}",
            "须先变更授权范围，接收方方可使用",
            "The scope must be changed first"),
    COLUMN_OUTSIDE(
            403,
            "R049",
            Mender.OPERATOR,
            "列 {column} 不在 {link} 的范围内",
            "Column {column} is outside the scope of {link}",
            "请删去该列，或变更上级授权",
            "Drop the column or change the parent mandate"),
    FORM_OUTSIDE(
            403,
            "R073",
            Mender.OPERATOR,
            "交付形式 {form} 不在 {link} 的范围内",
            "Delivery form {form} is outside the scope of {link}",
            "请按授权的交付形式使用",
            "Use an authorised delivery form"),
    CONDITION_FAILED(
            403,
            "R082",
            Mender.CALLER,
            "{link} 的条件“{condition}”不满足",
            "Condition {condition} of {link} does not hold",
            "请在条件满足时使用",
            "Use it when the condition holds"),
    CONDITION_UNKNOWN(
            403,
            "R082",
            Mender.BUREAU,
            "{link} 含有系统不认识的条件“{condition}”，按拒绝处理",
            "{link} has a condition {condition} unknown here; refused",
            "请由实施机构更正合约",
            "The agency corrects the contract"),
    QUOTA_SPENT(
            429,
            "R082",
            Mender.OPERATOR,
            "{link} 的用量额度 {quota} 次已用完",
            "The quota of {quota} uses of {link} is spent",
            "请与运营机构商定追加额度",
            "Agree a further quota with the operator"),
    NOT_LIVE(
            403,
            "R075",
            Mender.BUREAU,
            "产品 {product} 未经实施机构同意，不得实施",
            "Product {product} has no go-live approval",
            "请由运营机构报实施机构同意",
            "The operator applies to the agency"),
    CONSENT_WITHDRAWN(
            403,
            "I01",
            Mender.CALLER,
            "数据主体已撤回同意，须由其本人重新同意",
            "The data subject withdrew; only they can consent again",
            "请数据主体本人登录后重新同意",
            "Ask the data subject to sign in and consent again"),
    CONSENT_MISSING(
            403,
            "I01",
            Mender.SUBJECT,
            "未取得本人（本单位）同意，本次查询未执行，也未计费",
            "The subject has not consented; nothing was run or charged",
            "请先取得当事人的同意并提交（POST /api/v1/consents）",
            "Obtain the subject's consent and submit it first (POST /api/v1/consents)"),
    CHAIN_STATE_UNKNOWN(
            503,
            "R06A",
            Mender.ADMINISTRATOR,
            "无法确认授权是否仍然有效，已停止服务",
            "It cannot be confirmed that mandates are in force; service is stopped",
            "请联系系统管理员检查数据库连接",
            "Ask the administrator to check the database connection"),
    CLOCK_WENT_BACK(
            503,
            "I11",
            Mender.ADMINISTRATOR,
            "机器时间倒退了 {seconds} 秒，追平之前停止服务",
            "Machine time went back by {seconds} s; service waits until it catches up",
            "请联系系统管理员检查时间源",
            "Ask the administrator to check the time source"),
    IDEMPOTENCY_CONFLICT(
            409,
            "R128",
            Mender.CALLER,
            "同一幂等键已用于另一份请求",
            "The idempotency key was used with another body",
            "请换一个幂等键",
            "Use another key"),
    DATA_CHANGED(
            409,
            "R107",
            Mender.CALLER,
            "该请求此前已答复并计数，数据其后有更新，原答复不再重现",
            "This call was answered and counted before; the data have changed since and the first answer cannot be given again",
            "回执仍然有效；如需新数据，请换一个幂等键",
            "The receipt stands; use another key for the new data"),
    SUBJECT_NOT_FOUND(
            404,
            "R015",
            Mender.PROVIDER,
            "数据中没有该主体的记录",
            "There is no record of this subject",
            "请核对号码；如认为有误，可提出异议",
            "Check the number; if it is wrong, file an objection"),
    // Making links
    WIDER_THAN_PARENT(
            422,
            "R031",
            Mender.CALLER,
            "{aspect}超出上级授权 {link}",
            "{aspect} is wider than the parent {link}",
            "请收窄到上级授权之内",
            "Narrow it to the parent"),
    TERM_BEYOND_PARENT(
            422,
            "R031",
            Mender.CALLER,
            "终止日 {lastDay} 晚于上级授权的 {parentLastDay}",
            "Ends {lastDay}, later than its parent's {parentLastDay}",
            "请改到上级授权的终止日之前",
            "End it no later than the parent"),
    TERM_TOO_LONG(
            422,
            "R066",
            Mender.BUREAU,
            "期限超过 {years} 年",
            "The term is longer than {years} years",
            "原则上不超过 {years} 年；如确需更长，须记录理由与批准人",
            "In principle at most {years} years; a derogation needs reason and approver"),
    OVERLAPPING_AGREEMENT(
            409,
            "R030",
            Mender.BUREAU,
            "同一时期已有整体授权协议 {link}",
            "Operating agreement {link} is in force at the same time",
            "请先终止前一份协议",
            "End the earlier agreement first"),
    SIGNER_NOT_PARTY(
            403,
            "R043",
            Mender.CALLER,
            "当前登录不代表“{party}”，不能代其签署",
            "This session does not act for {party} and cannot sign for it",
            "请由该方在自己的登录中签署",
            "That party signs in its own session"),
    SIGNATURE_WRONG(
            422,
            "R043",
            Mender.CALLER,
            "签名与合约内容不符",
            "The signature does not match the contract",
            "请用本方密钥对合约原文重新签名",
            "Sign the canonical contract again with your own key"),
    SIGNERS_SAME(
            422,
            "R043",
            Mender.CALLER,
            "授出方与被授方不能是同一方",
            "Grantor and grantee must differ",
            "请更正当事方",
            "Correct the parties"),
    SAME_OFFICER(
            403,
            "I08",
            Mender.CALLER,
            "录入人与确认人不能是同一人",
            "The officer who entered it cannot confirm it",
            "请由本单位另一名工作人员确认",
            "Another officer of the organisation confirms"),
    WRONG_STATE(
            409,
            "R058",
            Mender.CALLER,
            "{what}处于“{state}”，不能{operation}",
            "{what} is {state}; it cannot {operation}",
            "如已办过则无需再办，否则请先完成前一环节",
            "If it was done before, nothing more is needed; if not, complete the earlier stage first"),
    ITEM_LACKS(
            422,
            "R072",
            Mender.PROVIDER,
            "目录项 {item} 尚缺：{lacks}",
            "Item {item} still lacks: {lacks}",
            "请由数据提供单位补齐后再公示",
            "The data provider completes it before publication"),
    ITEM_NEVER_AUTHORISED(
            422,
            "R002",
            Mender.PROVIDER,
            "目录项 {item} 属{what}，不得授权运营",
            "Item {item} is {what} and may never be authorised",
            "如判断有误，请由数据提供单位更正其判断",
            "If that is a mistake, the data provider corrects its decision"),
    LEVEL_BELOW_COLUMNS(
            422,
            "I05",
            Mender.PROVIDER,
            "目录项 {item} 不能定为 {level}：其信息项最高为 {least}",
            "Item {item} cannot be {level}: its strictest column is {least}",
            "就高从严：请先调整信息项的级别",
            "Strictest wins: the level of the column is changed first"),
    LEVEL_LOWERED_BY_IMPORT(
            422,
            "R072a",
            Mender.PROVIDER,
            "导入不得调低信息项 {column} 的级别",
            "An import may not lower the level of column {column}",
            "调低须由数据提供单位与实施机构双方并附依据办理",
            "Lowering takes the data provider, the agency and a document"),
    DOCUMENT_REQUIRED(
            422,
            "R043",
            Mender.CALLER,
            "缺少依据文件",
            "The supporting document is missing",
            "请附文件标题、文号与摘要值",
            "Give its title, number and hash"),
    REGISTRATION_MISSING(
            422,
            "R074",
            Mender.OPERATOR,
            "产品 {product} 尚未申请登记",
            "Product {product} has no registration application",
            "请由运营机构先提交登记申请",
            "The operator applies for registration first"),
    LEGAL_GATE_MISSING(
            422,
            "Q11",
            Mender.BUREAU,
            "产品 {product} 缺少法律前置意见",
            "Product {product} has no legal-gate opinion",
            "请由运营机构提交意见书",
            "The operator files the opinion"),
    PRICE_MISSING(
            422,
            "R127",
            Mender.OPERATOR,
            "收费产品 {product} 尚无试行收费标准",
            "Chargeable product {product} has no trial price",
            "请由运营机构报试行收费标准",
            "The operator files a trial price"),
    PRICE_FOR_FREE(
            422,
            "R122",
            Mender.OPERATOR,
            "公共治理、公益事业产品免费提供，不得定价",
            "A public-good product is free and may not be priced",
            "请删去价格",
            "Remove the price"),
    QUERY_REFUSED(
            422,
            "R082",
            Mender.OPERATOR,
            "产品查询不被允许：{reason}",
            "The product's query is refused: {reason}",
            "请按说明改写查询",
            "Rewrite the query as described"),
    ITEM_NOT_BOUND(
            409,
            "R012",
            Mender.PROVIDER,
            "目录项 {item} 尚未装载数据",
            "Catalogue item {item} has no data loaded",
            "请由数据提供单位先装载",
            "The data provider loads it first"),
    ROW_INVALID(
            422,
            "R012",
            Mender.PROVIDER,
            "第 {row} 行的列 {column} 与其类型不符，整批未装载",
            "Column {column} of row {row} does not fit its type; nothing of the load was taken",
            "请由数据提供单位更正后整批重新装载",
            "The data provider corrects it and loads the whole batch again"),
    PREVIEW_STALE(
            409,
            "R06A",
            Mender.CALLER,
            "影响预览之后情况已变，未执行",
            "Things changed since the preview; nothing was done",
            "请重新预览后确认",
            "Preview again and confirm"),
    // Faults
    INTERNAL(
            500,
            null,
            Mender.ADMINISTRATOR,
            "系统出错，本次未完成",
            "Something broke; this was not completed",
            "请将编号 {trace} 告知系统管理员",
            "Tell the administrator the trace id {trace}"),
    STORAGE(
            503,
            "I11",
            Mender.ADMINISTRATOR,
            "存证无法写入，本次未执行",
            "Evidence cannot be written; nothing was done",
            "请联系系统管理员检查磁盘",
            "Ask the administrator to check the disk"),
    LOG_DAMAGED(
            503,
            "I11",
            Mender.ADMINISTRATOR,
            "存证流水已损坏或被截短",
            "The evidence log is damaged or was cut",
            "请勿改动数据文件夹：先用 ./gongshu verify 查明，再从备份恢复（./gongshu restore）",
            "Leave the data folder as it is: check it with ./gongshu verify, then restore a backup (./gongshu restore)"),
    LOG_OF_ANOTHER(
            503,
            "I11",
            Mender.ADMINISTRATOR,
            "数据文件夹中的存证流水不是这个数据库的",
            "The evidence log in the data folder is not this database's",
            "请用 --data 指明与该数据库一同使用的数据文件夹，或从备份一并恢复两者（./gongshu restore）",
            "Name with --data the folder this database was used with, or restore both from a backup (./gongshu restore)"),
    LAKE_UNREADABLE(
            503,
            null,
            Mender.ADMINISTRATOR,
            "数据湖中的表暂不可读，本次未执行",
            "A table of the lake cannot be read at present; nothing was done",
            "请联系系统管理员检查数据文件，必要时合并删除标记",
            "Ask the administrator to check the data files and compact row deletes"),
    QUERY_LIMIT(
            503,
            null,
            Mender.OPERATOR,
            "查询超出允许的行数、字节数或时间，已停止",
            "The query went over its limit of rows, bytes or time and was stopped",
            "请缩小查询范围后重试",
            "Narrow the query and try again"),
    QUERY_STOPPED(
            503,
            null,
            Mender.CALLER,
            "查询已被停止，未给出结果",
            "The query was stopped; there is no result",
            "如授权仍然有效，请重试",
            "Try again if the mandate is still in force"),
    DATABASE_UNREACHABLE(
            503,
            null,
            Mender.ADMINISTRATOR,
            "数据库暂不可达，本次未执行",
            "The database cannot be reached; nothing was done",
            "请联系系统管理员检查数据库",
            "Ask the administrator to check the database"),
    OVERLOADED(
            503,
            null,
            Mender.CALLER,
            "等待处理的请求已满（{limit}），本次未受理",
            "The queue of {limit} requests is full; this one was not taken",
            "请降低并发后重试",
            "Retry with fewer at once");

    /** Who can mend what was refused. */
    public enum Mender {
        CALLER("调用方", "the caller"),
        OPERATOR("运营机构", "the operator"),
        BUREAU("实施机构（市数管局）", "the implementing agency"),
        PROVIDER("数据提供单位", "the data provider"),
        SUBJECT("当事人本人（本单位）", "the data subject"),
        ADMINISTRATOR("系统管理员", "the system administrator"),
        SECURITY_ADMINISTRATOR("安全管理员", "the security administrator");

        private final String zh;
        private final String en;

        Mender(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        public String in(Language language) {
            return language == Language.ZH ? zh : en;
        }
    }

    private final int status;
    private final @Nullable String clause;
    private final Mender mender;
    private final String reasonZh;
    private final String reasonEn;
    private final String fixZh;
    private final String fixEn;

    ErrorCode(
            int status,
            @Nullable String clause,
            Mender mender,
            String reasonZh,
            String reasonEn,
            String fixZh,
            String fixEn) {
        this.status = status;
        this.clause = clause;
        this.mender = mender;
        this.reasonZh = reasonZh;
        this.reasonEn = reasonEn;
        this.fixZh = fixZh;
        this.fixEn = fixEn;
    }

    /** HTTP status, the same on every stack. */
    public int status() {
        return status;
    }

    /** The clause this usually rests on, or null. */
    public @Nullable String clause() {
        return clause;
    }

    public Mender mender() {
        return mender;
    }

    /** What happened and why, with {@code details} filled in. */
    public String reason(Language language, Map<String, String> details) {
        return fill(language == Language.ZH ? reasonZh : reasonEn, language, details);
    }

    /** What to do now. */
    public String fix(Language language, Map<String, String> details) {
        String own = details.get(language == Language.ZH ? "fix" : "fix@en");
        String usual = language == Language.ZH ? fixZh : fixEn;
        return fill(own == null ? usual : own, language, details);
    }

    /** True for what broke, false for what was refused or asked wrongly. */
    public boolean fault() {
        return switch (this) {
            case INTERNAL,
                    STORAGE,
                    LOG_DAMAGED,
                    LOG_OF_ANOTHER,
                    DATABASE_UNREACHABLE,
                    OVERLOADED,
                    LAKE_UNREADABLE,
                    QUERY_LIMIT,
                    QUERY_STOPPED -> true;
            default -> false;
        };
    }

    private static String fill(String text, Language language, Map<String, String> details) {
        String filled = text;
        for (Map.Entry<String, String> detail : details.entrySet()) {
            String english = details.get(detail.getKey() + "@en");
            String word = language == Language.EN && english != null ? english : detail.getValue();
            filled = filled.replace("{" + detail.getKey() + "}", word);
        }
        return filled;
    }
}

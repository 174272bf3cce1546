package cn.gongshu.city.demo;

import cn.gongshu.city.demo.Step.Got;
import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Fourth chapter: data arrive, products go live, and every use is decided, answered, counted and proved (I01, R082). */
final class DeliveryChapter {

    static final String AGENCY = "sub-agency-p37";
    static final String BANK = "sub-bank-p04";
    static final String HEALTH = "sub-health-p31";
    private static final String HUNDRED = "sub-agency-hundred";
    private static final int LOAD_SECONDS = 240;
    private static final int CALLERS = 64;
    private static final int CALLS_EACH = 3;

    private static final Map<String, String> SUBJECTS = Map.of(
            "citizen-steady", "steady",
            "citizen-interrupted", "interrupted",
            "citizen-unpaid", "unpaid-by-employer",
            "citizen-withdraws", "withdraws",
            "citizen-opted-out", LuanSubjects.OPTED_OUT_PATIENT,
            "firm-growing", "firm-growing",
            "firm-shrinking", "firm-shrinking",
            "firm-new", "firm-new",
            "firm-arrears", "firm-arrears");

    private DeliveryChapter() {}

    static List<Step> steps() {
        return List.of(
                Step.act("loads", "数据提供单位", "6 个目录项的数据入湖", "R004", "6 项已入湖", DeliveryChapter::loaded),
                Step.trial(
                        "query-outside",
                        "运营机构",
                        "启用查询不合规的 P37（取出身份证号）",
                        "R082",
                        "拒绝 QUERY_REFUSED",
                        DeliveryChapter::queryOutside),
                Step.act("activations", "运营机构", "启用 P37、P04、P31", "R075", "成功", DeliveryChapter::activated),
                Step.act(
                        "subjects",
                        "安全管理员",
                        "核验数据主体身份，绑定账号",
                        "I01",
                        SUBJECTS.size() + " 个主体",
                        DeliveryChapter::subjects),
                Step.trial(
                        "bank-calls-p37",
                        "银行",
                        "以自己的密钥调用 P37",
                        "R082",
                        "拒绝 PURPOSE_OUTSIDE 或 RECIPIENT_OUTSIDE",
                        DeliveryChapter::bankCalls),
                Step.trial(
                        "without-consent",
                        "就业中心",
                        "未经同意核验市民乙",
                        "I01",
                        "拒绝 CONSENT_MISSING",
                        world -> Got.refusal(p37(world, "interrupted"), "CONSENT_MISSING", "I01")),
                Step.act("consents", "市民、企业代表", "同意就业中心、银行查询", "I01", "成功", DeliveryChapter::consented),
                Step.act(
                        "p37",
                        "就业中心",
                        "经同意核验市民乙的断缴月份",
                        "I01",
                        "断缴 2025-03、2025-04、2026-01",
                        DeliveryChapter::interrupted),
                Step.act("brought", "就业中心、银行", "提交对方已签署的同意书（摘要），据此查询", "I01", "答复", DeliveryChapter::brought),
                Step.act("withdrawal", "市民丙、欠缴企业", "同意后撤回，再被核验", "I01", "撤回前答复，撤回后拒绝", DeliveryChapter::withdrawn),
                Step.trial(
                        "brought-after-withdrawal",
                        "就业中心",
                        "市民丙撤回后，仍称持有其同意书",
                        "I01",
                        "拒绝 CONSENT_WITHDRAWN",
                        world -> Got.refusal(
                                bring(world, "agency-tang", "withdraws", "employment-support"),
                                "CONSENT_WITHDRAWN",
                                "I01")),
                Step.act("p04", "银行", "评估“增长”企业的缴存能力，计费", "R123", "趋势 GROWING，计费 80 分", DeliveryChapter::assessed),
                Step.trial(
                        "wrong-purpose",
                        "银行",
                        "以“就业服务”之名调用 P04",
                        "R082",
                        "拒绝 PURPOSE_OUTSIDE",
                        world -> Got.refusal(
                                Calls.call(
                                        world,
                                        BANK,
                                        "P04",
                                        Calls.body(world, "employment-support", "firm-growing", Map.of())),
                                "PURPOSE_OUTSIDE")),
                Step.trial("idempotency", "就业中心", "同一幂等键重复调用、换正文", "R128", "同一回执；409", DeliveryChapter::repeated),
                Step.trial(
                        "hundred",
                        "就业中心",
                        "额度 100 次，64 路并发 192 次",
                        "R082",
                        "恰好 100 次，订购与协议各计 100",
                        DeliveryChapter::hundred),
                Step.act("opt-out", "市民丁", "拒绝用于汇总", "I01", "成功", DeliveryChapter::optedOut),
                Step.act("p31", "卫健委", "领取流行病学数据集", "R084", "有隐藏组、有拒绝者，均说明数目", DeliveryChapter::epidemiology));
    }

    static Answer p37(World world, String subject) {
        return Calls.call(world, AGENCY, "P37", Calls.body(world, "employment-support", subject, Calls.window()));
    }

    private static Got loaded(World world) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LOAD_SECONDS);
        int bound = 0;
        while (bound < LuanCatalogue.firstBatch().size() && System.nanoTime() < deadline) {
            bound = bound(world);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
        }
        return Got.found("6 项已入湖", bound + " 项已入湖");
    }

    private static int bound(World world) {
        int bound = 0;
        for (JsonNode item : world.caller()
                .get("/api/v1/catalogue-items", world.token("bureau-zhou"))
                .body()
                .path("items")) {
            bound += item.path("storage").isObject() ? 1 : 0;
        }
        return bound;
    }

    private static Got queryOutside(World world) {
        Map<String, Object> definition = new HashMap<>(LuanProducts.definition("P37"));
        definition.put("query", "SELECT insured_id, insured_id AS again FROM C07_02");
        return Got.refusal(activate(world, "P37", definition), "QUERY_REFUSED");
    }

    private static Got activated(World world) {
        for (String product : List.of("P37", "P04", "P31")) {
            Answer made = activate(world, product, LuanProducts.definition(product));
            if (!made.ok()) {
                return new Got(
                        product + " " + made.inWords() + " "
                                + made.body().path("title").asString(""),
                        false);
            }
        }
        return new Got("三个产品已启用", true);
    }

    private static Answer activate(World world, String product, Map<String, Object> definition) {
        return world.caller()
                .post("/api/v1/products/" + product + "/activations", world.token("operator-xu"), definition);
    }

    private static Got subjects(World world) {
        int bound = 0;
        for (Map.Entry<String, String> subject : SUBJECTS.entrySet()) {
            Answer made = world.caller()
                    .post(
                            "/api/v1/officers/" + subject.getKey() + "/represented-subject",
                            world.token(Cast.SECURITY.user()),
                            world.subjects().named(subject.getValue()));
            bound += made.madeOrThere() ? 1 : 0;
        }
        return Got.found(SUBJECTS.size() + " 个主体", bound + " 个主体");
    }

    private static Got bankCalls(World world) {
        Answer answer =
                Calls.call(world, BANK, "P37", Calls.body(world, "credit-assessment", "steady", Calls.window()));
        boolean outside =
                answer.code().equals("PURPOSE_OUTSIDE") || answer.code().equals("RECIPIENT_OUTSIDE");
        return new Got(answer.inWords(), outside);
    }

    private static Got consented(World world) {
        Answer person = consent(world, "citizen-interrupted", "employment-support", "agency");
        Answer steady = consent(world, "citizen-steady", "employment-support", "agency");
        Answer unpaid = consent(world, "citizen-unpaid", "employment-support", "agency");
        boolean all = person.ok() && steady.ok() && unpaid.ok();
        for (String firm : List.of("firm-growing", "firm-shrinking", "firm-new")) {
            all &= consent(world, firm, "credit-assessment", "bank").ok();
        }
        return new Got(person.inWords() + "，市民 3 人、企业 3 家", all);
    }

    private static Got brought(World world) {
        Answer person = bring(world, "agency-tang", "brought", "employment-support");
        Answer firm = bring(world, "bank-jiang", "firm-stable", "credit-assessment");
        Answer asked = p37(world, "brought");
        return new Got(
                person.inWords() + " / " + firm.inWords() + " → " + asked.inWords(),
                person.ok() && firm.ok() && asked.ok());
    }

    /** A recipient hands in the hash of a consent that was signed on paper; the paper stays with the recipient. */
    private static Answer bring(World world, String user, String subject, String purpose) {
        Map<String, Object> body = new HashMap<>(consentBody(world, purpose, user.replaceAll("-.*", "")));
        body.put("subject", world.subjects().named(subject));
        body.put("proofHash", Papers.sha256("签署的同意书 " + subject));
        return world.caller().post("/api/v1/consents", world.token(user), body);
    }

    private static Answer consent(World world, String user, String purpose, String recipient) {
        return world.caller().post("/api/v1/consents", world.token(user), consentBody(world, purpose, recipient));
    }

    private static Map<String, Object> consentBody(World world, String purpose, String recipient) {
        return Map.of(
                "purpose",
                purpose,
                "recipient",
                recipient,
                "textVersion",
                LuanLinks.CONSENT_TEXT,
                "lastDay",
                world.legalDate().plusMonths(6).toString());
    }

    private static Got interrupted(World world) {
        Answer answer = p37(world, "interrupted");
        String months = texts(answer.body().path("data").path("missingMonths"));
        return new Got(answer.inWords() + " 断缴 " + months, months.equals("2025-03、2025-04、2026-01"));
    }

    private static Got withdrawn(World world) {
        Answer given = consent(world, "citizen-withdraws", "employment-support", "agency");
        Answer before = p37(world, "withdraws");
        Answer withdrawn = withdraw(world, "citizen-withdraws", given);
        Answer after = p37(world, "withdraws");
        Answer firm = withdraw(world, "firm-arrears", consent(world, "firm-arrears", "credit-assessment", "bank"));
        return new Got(
                before.inWords() + " → " + after.inWords(),
                before.ok() && withdrawn.ok() && after.code().equals("CONSENT_MISSING") && firm.ok());
    }

    private static Answer withdraw(World world, String user, Answer given) {
        String path = "/api/v1/consents/" + given.body().path("id").asString() + "/withdrawal";
        return world.caller().post(path, world.token(user), Map.of());
    }

    private static Got assessed(World world) {
        Answer answer = Calls.call(
                world, BANK, "P04", Calls.body(world, "credit-assessment", "firm-growing", Map.of("months", 12)));
        String trend = answer.body().path("data").path("trend").asString("");
        boolean charged =
                answer.body().path("receipt").path("entry").asString("").contains("\"charge\":80");
        return new Got(
                answer.inWords() + " " + trend + (charged ? " 计费 80 分" : ""), trend.equals("GROWING") && charged);
    }

    private static Got repeated(World world) {
        Map<String, Object> body = Calls.body(world, "employment-support", "steady", Calls.window());
        String key = "story-" + System.nanoTime();
        Answer first = Calls.call(world, AGENCY, "P37", body, key);
        long once = usedThrough(world, AGENCY, first);
        Answer second = Calls.call(world, AGENCY, "P37", body, key);
        Answer other = Calls.call(
                world,
                AGENCY,
                "P37",
                Calls.body(world, "employment-support", "steady", Map.of("from", "2025-01", "to", "2025-12")),
                key);
        String receipt = first.body().path("receipt").path("id").asString("-");
        boolean same = receipt.equals(second.body().path("receipt").path("id").asString("")) && second.ok();
        // The next use is counted after whatever the repetition may have counted.
        long counted = usedThrough(world, AGENCY, p37(world, "steady")) - once;
        return new Got(
                "计 " + counted + " 次；" + other.inWords(),
                same && counted == 1 && other.code().equals("IDEMPOTENCY_CONFLICT"));
    }

    private static Got hundred(World world) {
        MandateChapter.subscribe(world, "agency-tang", HUNDRED, "P37", "employment-support", 100L);
        MandateChapter.issueKey(world, "agency-tang", HUNDRED);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(400));
        long before = usedThrough(world, "operating-2026", p37(world, "steady"));
        int answered = 0;
        int spent = 0;
        for (Answer answer : inParallel(world)) {
            answered += answer.ok() ? 1 : 0;
            spent += answer.code().equals("QUOTA_SPENT") ? 1 : 0;
        }
        // Another subscription's use is counted after every one of these, and once on the agreement itself.
        Answer after = p37(world, "steady");
        long subscription = usedThrough(world, HUNDRED, after);
        long agreement = usedThrough(world, "operating-2026", after) - before - 1;
        String words = "答复 " + answered + "，额度用完 " + spent + "；订购计 " + subscription + "，协议计 " + agreement;
        boolean exact =
                answered == 100 && spent == CALLERS * CALLS_EACH - 100 && subscription == 100 && agreement == 100;
        return new Got(words, exact);
    }

    private static List<Answer> inParallel(World world) {
        Map<String, Object> body = Calls.body(world, "employment-support", "steady", Calls.window());
        List<Future<Answer>> calls = new ArrayList<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            for (int i = 0; i < CALLERS * CALLS_EACH; i++) {
                calls.add(callers.submit(() -> Calls.call(world, HUNDRED, "P37", body)));
            }
        }
        return calls.stream().map(Future::resultNow).toList();
    }

    /**
     * Uses counted on a link up to an answer at least: its receipt is found once the log is projected through it. -1 if that
     * never comes, which no step takes for a count.
     */
    private static long usedThrough(World world, String link, Answer answer) {
        String id = answer.body().path("receipt").path("id").asString("-");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (System.nanoTime() < deadline) {
            if (world.caller()
                    .get("/api/v1/receipts/" + id, world.token("agency-tang"))
                    .ok()) {
                return used(world, link);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        return -1;
    }

    private static long used(World world, String link) {
        for (JsonNode mandate : world.caller()
                .get("/api/v1/mandates", world.token("bureau-zhou"))
                .body()) {
            if (mandate.path("id").asString().equals(link)) {
                return mandate.path("used").asLong();
            }
        }
        return -1;
    }

    private static Got optedOut(World world) {
        return Got.success(world.caller().post("/api/v1/opt-outs", world.token("citizen-opted-out"), Map.of()));
    }

    private static Got epidemiology(World world) {
        Answer answer = Calls.call(world, HEALTH, "P31", Map.of("purpose", "public-health"));
        JsonNode data = answer.body().path("data");
        String words = answer.inWords() + "：" + data.path("rows").asInt() + " 组，隐藏 "
                + data.path("hiddenGroups").asInt() + " 组，拒绝者 "
                + data.path("leftOut").asInt() + " 人";
        boolean held = answer.ok()
                && data.path("rows").asInt() > 0
                && data.path("hiddenGroups").asInt() > 0
                && data.path("leftOut").asInt() > 0;
        return new Got(words, held);
    }

    private static String texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asString()));
        return String.join("、", texts);
    }
}

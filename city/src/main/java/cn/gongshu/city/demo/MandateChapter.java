package cn.gongshu.city.demo;

import cn.gongshu.cities.luan.demo.DemoLink;
import cn.gongshu.city.demo.Step.Got;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Third chapter: the chain of mandate is transcribed, confirmed and signed; nothing wider than its parent gets in. */
final class MandateChapter {

    private static final Map<String, List<String>> OFFICERS = Map.of(
            "bureau", List.of("bureau-zhou", "bureau-lin"),
            "operator", List.of("operator-xu", "operator-gu"),
            "partner-a", List.of("partner-he", "partner-song"));

    private MandateChapter() {}

    static List<Step> steps() {
        return List.of(
                link("scheme-2025", "市数管局", "补录实施方案，另一人确认后签署", "R040"),
                refused("six-years", "市数管局", "补录 6 年期授权运营协议", "R066", "TERM_TOO_LONG", MandateChapter::sixYears),
                refused("backwards", "市数管局", "补录终止早于起始的协议", "R066", "TERM_INVALID", MandateChapter::backwards),
                refused("same-signers", "市数管局", "补录授出方与被授方相同的协议", "R043", "SIGNERS_SAME", MandateChapter::sameSigners),
                link("operating-2026", "市数管局、运营机构", "补录 5 年期授权运营协议，双方各自签署", "R043"),
                refused(
                        "wider-scope",
                        "运营机构",
                        "补录范围宽于上级的合伙协议",
                        "R031",
                        "WIDER_THAN_PARENT",
                        MandateChapter::widerScope),
                refused("later-end", "运营机构", "补录晚于上级届满的合伙协议", "R031", "TERM_BEYOND_PARENT", MandateChapter::laterEnd),
                refused("self-confirmed", "运营机构", "录入人自己确认", "I08", "SAME_OFFICER", MandateChapter::selfConfirmed),
                refused(
                        "signed-for-another",
                        "运营机构",
                        "代合伙人签署",
                        "R043",
                        "SIGNER_NOT_PARTY",
                        MandateChapter::signedForAnother),
                refused(
                        "wrong-signature",
                        "合伙人",
                        "以错误的签名签署",
                        "R043",
                        "SIGNATURE_WRONG",
                        MandateChapter::wrongSignature),
                link("partner-a-2026", "运营机构、合伙人", "补录合伙协议，双方各自签署", "R046"),
                refused(
                        "column-outside",
                        "运营机构",
                        "场景方案含协议之外的列",
                        "R049",
                        "COLUMN_OUTSIDE",
                        MandateChapter::columnOutside),
                link("scenario-p37", "运营机构、合伙人", "补录社保断缴核验场景方案", "R049"),
                link("scenario-p04", "运营机构、合伙人", "补录企业社保缴存能力评估场景方案", "R049"),
                link("scenario-p31", "市数管局、运营机构", "补录流行病学分析场景方案", "R049"),
                refused(
                        "live-too-early",
                        "市数管局",
                        "未申请登记即同意实施",
                        "R074",
                        "REGISTRATION_MISSING",
                        MandateChapter::liveTooEarly),
                Step.act("product-files", "运营机构", "三个产品申请登记、提交法律意见，P04 报试行价", "R074", "成功", MandateChapter::files),
                link("live-p37", "市数管局", "同意 P37 实施", "R075"),
                Step.act("agency-subscribes", "就业中心", "订购 P37 并领取接口密钥", "R054", "成功", MandateChapter::agencySubscribes),
                refused("call-before-live", "就业中心", "调用未经同意实施的 P04", "R075", "NOT_LIVE", MandateChapter::beforeLive),
                link("live-p04", "市数管局", "同意 P04 实施", "R075"),
                link("live-p31", "市数管局", "同意 P31 实施", "R075"),
                Step.act(
                        "others-subscribe",
                        "银行、卫健委",
                        "订购 P04、P31 并领取接口密钥",
                        "R054",
                        "成功",
                        MandateChapter::othersSubscribe),
                refused(
                        "bank-p37",
                        "银行",
                        "订购 P37（用途与接收方不在范围）",
                        "R031",
                        "WIDER_THAN_PARENT",
                        MandateChapter::bankSubscribes));
    }

    private static Step link(String id, String actor, String action, String clause) {
        return Step.act(id, actor, action, clause, "生效", world -> made(world, id));
    }

    private static Step refused(
            String id, String actor, String action, String clause, String code, Function<World, Answer> call) {
        return Step.trial(id, actor, action, clause, "拒绝 " + code, world -> Got.refusal(call.apply(world), code));
    }

    /** Enters, confirms and signs a link; what an interrupted story did before is found done. */
    private static Got made(World world, String id) {
        DemoLink link = LuanLinks.link(id);
        List<String> officers = officers(link.grantor().value());
        Answer entered = enter(world, officers.getFirst(), LuanLinks.terms(id), LuanLinks.paper(id));
        if (!doneOrThere(entered)) {
            return Got.success(entered);
        }
        Answer confirmed = world.caller()
                .post("/api/v1/transcribed-acts/" + id + "/confirmation", world.token(officers.getLast()), Map.of());
        if (!doneOrThere(confirmed)) {
            return Got.success(confirmed);
        }
        Answer signed = sign(world, id, officers.getFirst(), link.grantor().value());
        boolean both = !link.kind().equals("SCHEME") && !link.kind().equals("GO_LIVE_APPROVAL");
        if (both && doneOrThere(signed)) {
            signed = sign(
                    world,
                    id,
                    officers(link.grantee().value()).getFirst(),
                    link.grantee().value());
        }
        return new Got(signed.inWords(), doneOrThere(signed));
    }

    private static List<String> officers(String party) {
        return OFFICERS.getOrDefault(party, List.of());
    }

    private static boolean doneOrThere(Answer answer) {
        return answer.ok() || answer.code().equals("WRONG_STATE");
    }

    private static Answer enter(World world, String user, Map<String, Object> terms, Map<String, Object> paper) {
        return world.caller()
                .post("/api/v1/transcribed-acts", world.token(user), Map.of("contract", terms, "document", paper));
    }

    private static Answer sign(World world, String id, String user, String party) {
        return world.caller()
                .post("/api/v1/transcribed-acts/" + id + "/signatures", world.token(user), Map.of("party", party));
    }

    /** Tries a changed version of a link under an id of its own. */
    private static Answer tried(World world, String user, String link, String trial, Map<String, Object> changes) {
        Map<String, Object> terms = LuanLinks.terms(link);
        terms.put("id", trial);
        terms.putAll(changes);
        return enter(world, user, terms, LuanLinks.paper(link));
    }

    private static Answer sixYears(World world) {
        return tried(world, "bureau-zhou", "operating-2026", "trial-six-years", Map.of("lastDay", "2032-01-02"));
    }

    private static Answer backwards(World world) {
        return tried(world, "bureau-zhou", "operating-2026", "trial-backwards", Map.of("lastDay", "2025-12-31"));
    }

    private static Answer sameSigners(World world) {
        return tried(world, "bureau-zhou", "operating-2026", "trial-same", Map.of("grantee", "bureau"));
    }

    private static Answer widerScope(World world) {
        Map<String, Object> wide =
                Map.of("scope", LuanLinks.terms("scheme-2025").get("scope"));
        return tried(world, "operator-xu", "partner-a-2026", "trial-wide", wide);
    }

    private static Answer laterEnd(World world) {
        return tried(world, "operator-xu", "partner-a-2026", "trial-late", Map.of("lastDay", "2031-01-01"));
    }

    private static Answer selfConfirmed(World world) {
        enter(world, "operator-xu", LuanLinks.terms("partner-a-2026"), LuanLinks.paper("partner-a-2026"));
        return world.caller()
                .post("/api/v1/transcribed-acts/partner-a-2026/confirmation", world.token("operator-xu"), Map.of());
    }

    private static Answer signedForAnother(World world) {
        world.caller()
                .post("/api/v1/transcribed-acts/partner-a-2026/confirmation", world.token("operator-gu"), Map.of());
        return sign(world, "partner-a-2026", "operator-xu", "partner-a");
    }

    private static Answer wrongSignature(World world) {
        return world.caller()
                .post(
                        "/api/v1/transcribed-acts/partner-a-2026/signatures",
                        world.token("partner-he"),
                        Map.of("party", "partner-a", "signature", "A".repeat(86) + "=="));
    }

    private static Answer columnOutside(World world) {
        Map<String, Object> scope = Map.of(
                "items", List.of(Map.of("item", "C07-01", "maximum", "L3", "columns", List.of("insured_id", "phone"))),
                "purposes", List.of("employment-support"),
                "forms", List.of("API"),
                "recipients", List.of("agency"),
                "floor", 10);
        return tried(world, "operator-xu", "scenario-p37", "trial-column", Map.of("scope", scope));
    }

    private static Answer liveTooEarly(World world) {
        return enter(world, "bureau-zhou", LuanLinks.terms("live-p37"), LuanLinks.paper("live-p37"));
    }

    private static Got files(World world) {
        String operator = world.token("operator-xu");
        Answer last =
                new Answer(200, tools.jackson.databind.json.JsonMapper.shared().missingNode());
        for (String product : List.of("P37", "P04", "P31")) {
            String path = "/api/v1/products/" + product;
            last = world.caller()
                    .post(path + "/registration-applications", operator, LuanProducts.registration(product));
            if (doneOrThere(last)) {
                last = world.caller().post(path + "/legal-gates", operator, LuanProducts.legalGate(product));
            }
            if (!doneOrThere(last)) {
                return Got.success(last);
            }
        }
        last = world.caller().post("/api/v1/products/P04/trial-prices", operator, LuanProducts.trialPrice());
        return new Got(last.inWords(), doneOrThere(last));
    }

    private static Got agencySubscribes(World world) {
        return Got.success(subscribedWithKey(world, "agency-tang", "sub-agency-p37", "P37", "employment-support"));
    }

    private static Got othersSubscribe(World world) {
        Answer bank = subscribedWithKey(world, "bank-jiang", "sub-bank-p04", "P04", "credit-assessment");
        Answer health = subscribedWithKey(world, "health-luo", "sub-health-p31", "P31", "public-health");
        return new Got(bank.inWords() + " / " + health.inWords(), bank.ok() && health.ok());
    }

    private static Answer beforeLive(World world) {
        return Calls.call(
                world, "sub-agency-p37", "P04", Calls.body(world, "credit-assessment", "firm-growing", Map.of()));
    }

    private static Answer subscribedWithKey(World world, String user, String id, String product, String purpose) {
        Answer subscribed = subscribe(world, user, id, product, purpose, null);
        return doneOrThere(subscribed) ? issueKey(world, user, id) : subscribed;
    }

    /** Issues a key and keeps it: it is shown once. */
    static Answer issueKey(World world, String user, String subscription) {
        // Keys are short-lived: a half year, if the subscription lasts that long.
        LocalDate halfYear = world.legalDate().plusDays(179);
        LocalDate termEnds = LuanLinks.link("sub-agency-p37").term().lastDay();
        String lastDay = (halfYear.isBefore(termEnds) ? halfYear : termEnds).toString();
        Answer issued = world.caller()
                .post("/api/v1/api-keys", world.token(user), Map.of("subscription", subscription, "lastDay", lastDay));
        if (issued.ok()) {
            world.keep(subscription, issued.body().path("key").asString());
        }
        return issued;
    }

    static Answer subscribe(World world, String user, String id, String product, String purpose, @Nullable Long quota) {
        DemoLink link = LuanLinks.link("sub-agency-p37");
        Map<String, Object> body = new HashMap<>(Map.of(
                "id", id,
                "product", product,
                "purpose", purpose,
                "from", link.term().from().toString(),
                "lastDay", link.term().lastDay().toString()));
        if (quota != null) {
            body.put("quota", quota);
        }
        return world.caller().post("/api/v1/subscriptions", world.token(user), body);
    }

    private static Answer bankSubscribes(World world) {
        return subscribe(world, "bank-jiang", "trial-bank-p37", "P37", "credit-assessment", null);
    }
}

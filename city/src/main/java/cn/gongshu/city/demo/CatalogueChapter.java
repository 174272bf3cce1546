package cn.gongshu.city.demo;

import cn.gongshu.city.demo.Step.Got;
import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Second chapter: both annexes enter, readiness follows from them, and the first batch is published (R072, R160–R162). */
final class CatalogueChapter {

    private static final String BUREAU = "bureau-zhou";
    private static final String BATCH = "LUAN-01";
    private static final String COUNTS = "25 单位 102 项 待归集 32（去重 31）";
    private static final String PRODUCTS = "40 个产品：产业 25 公益 15；接口 33 数据集 4 模型 2 报告 2";
    private static final String READINESS = "就绪 16 部分 19 待归集 4 受阻 1";

    private CatalogueChapter() {}

    static List<Step> steps() {
        return List.of(
                Step.act("annex-1", "市数管局", "导入附件1目录，连同已编制的 6 项", "R160", COUNTS, CatalogueChapter::annexOne),
                Step.trial("annex-1-again", "市数管局", "同一份目录再导入两次", "R011", "不新增不改动", CatalogueChapter::annexOneAgain),
                Step.act("annex-2", "市数管局", "导入附件2产品清单", "R161", PRODUCTS, CatalogueChapter::annexTwo),
                Step.trial("readiness", "市数管局", "由目录项归集状态算出就绪度", "R162", READINESS, CatalogueChapter::readiness),
                Step.act("first-batch", "市数管局", "公示首批 6 个目录项", "R072", "成功", CatalogueChapter::firstBatch),
                Step.trial(
                        "no-columns",
                        "市数管局",
                        "公示没有信息项清单的“企业信息”",
                        "Q06",
                        "拒绝 ITEM_LACKS",
                        CatalogueChapter::withoutColumns),
                Step.trial("batch-twice", "市数管局", "再次公示同一批次", "R072", "拒绝 WRONG_STATE", CatalogueChapter::batchTwice),
                Step.trial(
                        "consumer-publishes",
                        "银行",
                        "以使用方身份公示",
                        "R087",
                        "拒绝 NOT_PERMITTED",
                        CatalogueChapter::consumerPublishes),
                Step.trial(
                        "priced-public-good",
                        "运营机构",
                        "为公益产品 P37 报价",
                        "R122",
                        "拒绝 PRICE_FOR_FREE",
                        CatalogueChapter::pricedPublicGood));
    }

    private static Got annexOne(World world) {
        Answer made = enterAnnexOne(world);
        return made.ok() ? Got.found(COUNTS, counts(world)) : Got.success(made);
    }

    private static Got annexOneAgain(World world) {
        enterAnnexOne(world);
        Answer again = enterAnnexOne(world);
        boolean nothing = again.ok()
                && again.body().path("added").asInt() == 0
                && again.body().path("changed").asInt() == 0
                && counts(world).equals(COUNTS);
        return new Got(again.inWords() + " " + counts(world), nothing);
    }

    private static Answer enterAnnexOne(World world) {
        return world.caller().post("/api/v1/catalogue-imports", world.token(BUREAU), LuanCatalogue.importBody());
    }

    private static String counts(World world) {
        JsonNode summary = world.caller()
                .get("/api/v1/catalogue-items", world.token(BUREAU))
                .body()
                .path("summary");
        return "%d 单位 %d 项 待归集 %d（去重 %d）"
                .formatted(
                        summary.path("units").asInt(),
                        summary.path("items").asInt(),
                        summary.path("toBeCollected").asInt(),
                        summary.path("toBeCollectedDistinct").asInt());
    }

    private static Got annexTwo(World world) {
        Answer made =
                world.caller().post("/api/v1/product-list-imports", world.token(BUREAU), LuanProducts.importBody());
        if (!made.ok()) {
            return Got.success(made);
        }
        JsonNode products = products(world);
        Map<String, Integer> categories = counted(products, "category");
        Map<String, Integer> forms = counted(products, "forms");
        String found = "%d 个产品：产业 %d 公益 %d；接口 %d 数据集 %d 模型 %d 报告 %d"
                .formatted(
                        products.size(),
                        categories.getOrDefault("INDUSTRY", 0),
                        categories.getOrDefault("PUBLIC_GOOD", 0),
                        forms.getOrDefault("API", 0),
                        forms.getOrDefault("DATA_SET", 0),
                        forms.getOrDefault("MODEL", 0),
                        forms.getOrDefault("REPORT", 0));
        return Got.found(PRODUCTS, found);
    }

    private static Got readiness(World world) {
        Map<String, Integer> counts = counted(products(world), "readiness");
        String found = "就绪 %d 部分 %d 待归集 %d 受阻 %d"
                .formatted(
                        counts.getOrDefault("READY", 0),
                        counts.getOrDefault("PARTIAL", 0),
                        counts.getOrDefault("WAITS", 0),
                        counts.getOrDefault("BLOCKED", 0));
        return Got.found(READINESS, found);
    }

    private static JsonNode products(World world) {
        return world.caller().get("/api/v1/products", world.token(BUREAU)).body();
    }

    /** How often each word stands in a member, whether that is one word or a list. */
    private static Map<String, Integer> counted(JsonNode objects, String member) {
        Map<String, Integer> counts = new TreeMap<>();
        for (JsonNode object : objects) {
            JsonNode value = object.path(member);
            if (value.isArray()) {
                value.forEach(each -> counts.merge(each.asString(), 1, Integer::sum));
            } else {
                counts.merge(value.asString(), 1, Integer::sum);
            }
        }
        return counts;
    }

    /** An interrupted story may have published it already: then the batch is there, with the same items. */
    private static Got firstBatch(World world) {
        Answer answer = publish(world, BUREAU, BATCH, LuanCatalogue.firstBatch());
        boolean there = answer.code().equals("WRONG_STATE") && isPublished(world);
        return new Got(answer.inWords(), answer.ok() || there);
    }

    private static boolean isPublished(World world) {
        for (JsonNode batch :
                world.caller().get("/api/v1/publication-batches", null).body()) {
            if (batch.path("number").asString().equals(BATCH)) {
                return batch.path("items").size() == LuanCatalogue.firstBatch().size();
            }
        }
        return false;
    }

    private static Got withoutColumns(World world) {
        return Got.refusal(publish(world, BUREAU, "trial-1", List.of("C04-04")), "ITEM_LACKS", "Q06");
    }

    private static Got batchTwice(World world) {
        Answer answer = publish(world, BUREAU, BATCH, LuanCatalogue.firstBatch());
        return Got.refusal(answer, "WRONG_STATE", "R072");
    }

    private static Got consumerPublishes(World world) {
        Answer answer = publish(world, "bank-jiang", "trial-2", LuanCatalogue.firstBatch());
        return Got.refusal(answer, "NOT_PERMITTED", "R087");
    }

    private static Got pricedPublicGood(World world) {
        Map<String, Object> body =
                Map.of("fen", 100, "meter", "SERVICE_COUNT", "document", Papers.document("社保断缴核验试行收费标准", today(world)));
        Answer answer = world.caller().post("/api/v1/products/P37/trial-prices", world.token("operator-xu"), body);
        return Got.refusal(answer, "PRICE_FOR_FREE", "R122");
    }

    private static Answer publish(World world, String user, String number, List<String> items) {
        Map<String, Object> body = Map.of("number", number, "date", today(world).toString(), "items", items);
        return world.caller().post("/api/v1/publication-batches", world.token(user), body);
    }

    private static LocalDate today(World world) {
        return LocalDate.parse(world.caller()
                .get("/api/v1/installation", null)
                .body()
                .path("legalDate")
                .asString());
    }
}

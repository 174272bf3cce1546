package cn.gongshu.city.demo;

import cn.gongshu.cities.luan.annex.AnnexOne;
import cn.gongshu.cities.luan.demo.DemoLink;
import cn.gongshu.cities.luan.demo.DemoScope;
import cn.gongshu.cities.luan.demo.DemoScript;
import cn.gongshu.cities.luan.terms.CityParameters;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The story's chain of mandate as the platform takes it. */
final class LuanLinks {

    /** Price of one answered call of P04, in fen, as the city fixed it when the story's papers were filed. */
    static final long P04_FEN = CityParameters.load()
            .values()
            .money("price.trial_fen.P04", LuanProducts.FILED)
            .fen();

    static final String CONSENT_TEXT = "2026-1";

    private static final DemoScript SCRIPT = DemoScript.load(AnnexOne.load());

    private LuanLinks() {}

    /** Terms of the link with that id; the caller may change them to try what must be refused. */
    static Map<String, Object> terms(String id) {
        DemoLink link = SCRIPT.link(id);
        Map<String, Object> terms = new HashMap<>();
        terms.put("id", id);
        terms.put("kind", link.kind());
        if (link.parent() != null) {
            terms.put("parent", link.parent().value());
        }
        if (link.product() != null) {
            terms.put("product", link.product().value());
        }
        terms.put("grantor", link.grantor().value());
        terms.put("grantee", link.grantee().value());
        terms.put("title", link.title().zh());
        terms.put("from", link.term().from().toString());
        terms.put("lastDay", link.term().lastDay().toString());
        if (link.quota() != null) {
            terms.put("quota", link.quota());
        }
        terms.put("scope", scope(link.scope()));
        terms.put("conditions", conditions(link));
        return terms;
    }

    /** The paper the link is entered from. */
    static Map<String, Object> paper(String id) {
        return Papers.document(
                SCRIPT.link(id).paper().title(), SCRIPT.link(id).paper().date());
    }

    static DemoLink link(String id) {
        return SCRIPT.link(id);
    }

    private static List<Map<String, Object>> conditions(DemoLink link) {
        List<Map<String, Object>> conditions = new ArrayList<>();
        if (link.kind().equals("GO_LIVE_APPROVAL") && !link.id().value().equals("live-p31")) {
            conditions.add(Map.of("kind", "subject-consent", "textVersion", CONSENT_TEXT));
        }
        if (link.id().value().equals("live-p04")) {
            conditions.add(Map.of("kind", "metered", "fen", P04_FEN, "meter", "SERVICE_COUNT"));
        }
        return conditions;
    }

    private static Map<String, Object> scope(DemoScope scope) {
        return Map.of(
                "items", scope.items().stream().map(LuanLinks::item).toList(),
                "purposes", choice(scope.purposes()),
                "forms", choice(scope.forms()),
                "recipients", choice(scope.recipients()),
                "floor", scope.floor());
    }

    private static Map<String, Object> item(DemoScope.Item item) {
        return Map.of(
                "item", item.item().value(),
                "maximum", item.maximum().name(),
                "columns", choice(item.columns()));
    }

    private static Object choice(List<String> values) {
        return values.equals(List.of(DemoScope.ANY)) ? "ANY" : values;
    }
}

package cn.gongshu.city.demo;

import cn.gongshu.cities.luan.synthetic.DemoSubject;
import cn.gongshu.cities.luan.synthetic.SyntheticCity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The persons and firms of the story, by their keys: the same parts in every synthetic city, played by others. */
final class LuanSubjects {

    /** A person with visits who opts out, so that an aggregate has somebody to leave out. */
    static final String OPTED_OUT_PATIENT = "opted-out-patient";

    private static final Map<String, List<String>> PRODUCTS = Map.of(
            "sub-agency-p37", List.of("agency", "P37", "employment-support"),
            "sub-bank-p04", List.of("bank", "P04", "credit-assessment"),
            "sub-health-p31", List.of("health", "P31", "public-health"),
            "sub-agency-hundred", List.of("agency", "P37", "employment-support"));

    private final List<DemoSubject> subjects;
    private final String optedOutPatient;

    /** @param people size of the synthetic city */
    LuanSubjects(int people) {
        SyntheticCity city = SyntheticCity.of(SyntheticCity.DEFAULT_SEED, people);
        this.subjects = city.demoSubjects();
        this.optedOutPatient = city.truth().optedOut().getFirst();
    }

    private DemoSubject subject(String key) {
        return subjects.stream()
                .filter(subject -> subject.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** The subject as a call names it. */
    Map<String, Object> named(String key) {
        if (key.equals(OPTED_OUT_PATIENT)) {
            return Map.of("kind", "PERSON", "id", optedOutPatient);
        }
        DemoSubject subject = subject(key);
        return Map.of("kind", subject.kind().name(), "id", subject.id());
    }

    /** What demo-accounts.json tells scripts about the subjects. */
    List<Map<String, Object>> told() {
        return subjects.stream()
                .<Map<String, Object>>map(subject -> Map.of(
                        "key", subject.key(),
                        "kind", subject.kind().name(),
                        "id", subject.id(),
                        "consent", subject.consent().name(),
                        "note", subject.note().zh()))
                .toList();
    }

    /** What demo-accounts.json tells scripts about an API key. */
    static Map<String, Object> key(Map.Entry<String, String> entry) {
        List<String> use = PRODUCTS.getOrDefault(entry.getKey(), List.of("", "", ""));
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("subscription", entry.getKey());
        told.put("party", use.get(0));
        told.put("product", use.get(1));
        told.put("key", entry.getValue());
        told.put("purpose", use.get(2));
        return told;
    }
}

package cn.gongshu.query.governed;

import cn.gongshu.query.spi.Row;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Random visits and patients, with gaps: visits without a patient, patients not registered, empty values. */
final class RandomCity {

    private static final List<String> DISEASES = List.of("流感", "肺炎", "骨折", "O'Neil");

    private final RandomGenerator random;
    final List<Map<String, @Nullable Object>> visits = new ArrayList<>();
    final Map<String, Map<String, @Nullable Object>> patients = new HashMap<>();
    final Set<String> optOuts = new HashSet<>();

    RandomCity(RandomGenerator random) {
        this.random = random;
        int persons = 5 + random.nextInt(40);
        for (int i = 0; i < persons; i++) {
            String id = "p" + i;
            if (random.nextInt(10) > 0) {
                patients.put(id, patient(id));
            }
            if (random.nextInt(8) == 0) {
                optOuts.add(id);
            }
        }
        int count = random.nextInt(200);
        for (int i = 0; i < count; i++) {
            visits.add(visit("p" + random.nextInt(persons)));
        }
    }

    private Map<String, @Nullable Object> patient(String id) {
        Map<String, @Nullable Object> patient = new HashMap<>();
        patient.put("patient_id", id);
        patient.put("district_code", maybe("34150" + random.nextInt(3)));
        patient.put("birth_year", maybe(1950 + random.nextInt(4)));
        return patient;
    }

    private Map<String, @Nullable Object> visit(String patient) {
        Map<String, @Nullable Object> visit = new HashMap<>();
        visit.put("patient_id", random.nextInt(15) == 0 ? null : patient);
        visit.put("disease_group", maybe(DISEASES.get(random.nextInt(DISEASES.size()))));
        visit.put("visit_month", maybe(202601 + random.nextInt(3)));
        visit.put("seen_on", maybe(LocalDate.of(2024 + random.nextInt(2), 1 + random.nextInt(12), 1)));
        visit.put("fee", maybe(BigDecimal.valueOf(random.nextInt(5) * 50L, 2)));
        visit.put("days", maybe(random.nextInt(3) - 1));
        return visit;
    }

    private @Nullable Object maybe(Object value) {
        return random.nextInt(12) == 0 ? null : value;
    }

    void into(LakeOfFiles lake) {
        lake.load(
                City.VISITS,
                visits.stream()
                        .map(v -> Row.of(
                                v.get("patient_id"),
                                v.get("disease_group"),
                                v.get("visit_month"),
                                v.get("seen_on"),
                                v.get("fee"),
                                v.get("days"),
                                null,
                                null,
                                null))
                        .toList());
        lake.load(
                City.PATIENTS,
                patients.values().stream()
                        .map(p -> Row.of(p.get("patient_id"), p.get("district_code"), p.get("birth_year"), null))
                        .toList());
    }
}

package cn.gongshu.cities.luan.synthetic;

import cn.gongshu.cities.luan.Words;
import cn.gongshu.cities.luan.item.SubjectKind;
import cn.gongshu.cities.luan.sheet.Sheet;
import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The persons and firms with a part in the story; words and consents stand in {@code data/demo-subjects.tsv}. */
final class DemoCast {

    private final Population population;
    private final Firms firms;
    private final List<Sheet.Row> parts;
    private final Set<Integer> players = new HashSet<>();

    DemoCast(Population population, Firms firms) {
        this.population = population;
        this.firms = firms;
        this.parts = Sheet.read("data/demo-subjects.tsv").rows();
        for (Sheet.Row part : parts) {
            players.add(
                    part.one(SubjectKind.class, "kind") == SubjectKind.FIRM
                            ? firms.firm(firmOf(part)).representative()
                            : personOf(part));
        }
    }

    /** True for the persons of the story, representatives included. */
    boolean plays(int person) {
        return players.contains(person);
    }

    List<DemoSubject> subjects() {
        return parts.stream().map(this::subject).toList();
    }

    private DemoSubject subject(Sheet.Row part) {
        SubjectKind kind = part.one(SubjectKind.class, "kind");
        DemoSubject.Consenting consent = part.one(DemoSubject.Consenting.class, "consent");
        Words note = part.words();
        return switch (kind) {
            case PERSON ->
                new DemoSubject(
                        part.text("key"),
                        kind,
                        population.person(personOf(part)).residentId(),
                        consent,
                        null,
                        note);
            case FIRM -> {
                Firm firm = firms.firm(firmOf(part));
                yield new DemoSubject(
                        part.text("key"),
                        kind,
                        firm.creditCode(),
                        consent,
                        population.person(firm.representative()).residentId(),
                        note);
            }
        };
    }

    private int personOf(Sheet.Row part) {
        return switch (part.text("key")) {
            case "steady" -> colleague(DemoPlaces.STABLE_FIRM);
            case "unpaid-by-employer" -> colleague(DemoPlaces.ARREARS_FIRM);
            case "interrupted" -> flexible(DemoPlaces.INTERRUPTED);
            case "silent" -> flexible(DemoPlaces.SILENT);
            case "withdraws" -> flexible(DemoPlaces.WITHDRAWS);
            case "opted-out" -> flexible(DemoPlaces.OPTED_OUT);
            case "brought" -> flexible(DemoPlaces.BROUGHT);
            default -> throw unknown(part);
        };
    }

    private static int firmOf(Sheet.Row part) {
        return switch (part.text("key")) {
            case "firm-growing" -> DemoPlaces.GROWING_FIRM;
            case "firm-shrinking" -> DemoPlaces.SHRINKING_FIRM;
            case "firm-stable" -> DemoPlaces.STABLE_FIRM;
            case "firm-new" -> DemoPlaces.NEW_FIRM;
            case "firm-arrears" -> DemoPlaces.ARREARS_FIRM;
            case "firm-silent" -> DemoPlaces.SILENT_FIRM;
            default -> throw unknown(part);
        };
    }

    /** The second person of a firm; the first is its representative. */
    private int colleague(int firm) {
        return population.index(Role.EMPLOYEE, firms.layout().start(firm) + 1);
    }

    private int flexible(int rank) {
        return population.index(Role.FLEXIBLE, rank);
    }

    private static Fault unknown(Sheet.Row part) {
        return new Fault(ErrorCode.INTERNAL, part.place() + ": nobody plays " + part.text("key"));
    }
}

package cn.gongshu.cities.luan.synthetic;

import cn.gongshu.cities.luan.sheet.Sheet;
import cn.gongshu.kernel.CreditCode;

import java.time.LocalDate;
import java.util.List;

/** The firms: facts about each, made from its index, around the layout of who works where. */
final class Firms {

    /** Category 91 (enterprises registered by market regulators) in an area no registrar has. */
    private static final String CODE_HEAD = "91" + Population.AREA;

    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int CODES = 1_000_000;

    private final Dice dice;
    private final FirmLayout layout;
    private final Population population;
    private final Weighted<Divisions.District> districts;
    private final Weighted<Sheet.Row> sections;
    private final List<String> tradeNames;

    Firms(Dice dice, Population population, Divisions divisions) {
        this.dice = dice;
        this.population = population;
        this.layout = new FirmLayout(dice, population.shares());
        this.districts = new Weighted<>(divisions.districts(), Divisions.District::weight);
        this.sections = new Weighted<>(Sheet.read("data/sections.tsv").rows(), row -> row.whole("weight"));
        this.tradeNames = Sheet.read("data/firm-names.tsv").rows().stream()
                .map(row -> row.text("zh"))
                .toList();
    }

    FirmLayout layout() {
        return layout;
    }

    Firm firm(int index) {
        Sheet.Row section = sections.at(draw(index, 0, sections.total()));
        Divisions.District district = district(index);
        String type = draw(index, 1, 100) < 88 ? "LIMITED" : draw(index, 1, 100) < 93 ? "STOCK" : "SOLE";
        return new Firm(
                index,
                creditCode(index),
                name(index, section, type),
                layout.plan(index),
                type,
                section.text("code"),
                sizeClass(layout.size(index)),
                capital(index),
                established(index),
                status(index),
                district,
                district.inhabited().get(draw(index, 3, district.inhabited().size())),
                representative(index));
    }

    Divisions.District district(int index) {
        return districts.at(draw(index, 2, districts.total()));
    }

    /** Well-formed (GB 32100, with the organisation code's own check character) and under an impossible area. */
    String creditCode(int index) {
        // 700001 shares no factor with a million: firm numbers scatter and never repeat.
        long number = 700_001L * (index + 1L) % CODES;
        String organisation = "MA" + Population.digits(number, 6);
        return CreditCode.complete(CODE_HEAD + organisation + organisationCheck(organisation))
                .value();
    }

    /** The check character of an organisation code (GB 11714), modulo 11. */
    static char organisationCheck(String eight) {
        int sum = 0;
        for (int i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
            sum += Character.digit(eight.charAt(i), 36) * ORGANISATION_WEIGHTS[i];
        }
        int check = (11 - sum % 11) % 11;
        return check == 10 ? 'X' : (char) ('0' + check);
    }

    private String name(int index, Sheet.Row section, String type) {
        List<String> trades = section.list("trades");
        String ending = switch (type) {
            case "STOCK" -> "股份有限公司";
            case "SOLE" -> "经营部";
            default -> "有限公司";
        };
        return "六安" + tradeNames.get(draw(index, 4, tradeNames.size()))
                + trades.get(draw(index, 5, trades.size()))
                + ending
                + "（演示）";
    }

    private int representative(int index) {
        if (index < layout.staffed()) {
            return population.index(Role.EMPLOYEE, layout.start(index));
        }
        return population.index(Role.UNINSURED, index % population.shares().uninsured());
    }

    private long capital(int index) {
        long tenThousands = 10L + layout.size(index) * (2L + draw(index, 6, 20));
        return tenThousands * 10_000;
    }

    private LocalDate established(int index) {
        if (layout.plan(index) == FirmPlan.NEW) {
            return History.day(newFirmStart(dice, index) - 1, 1 + draw(index, 7, 20));
        }
        return History.day(-1 - draw(index, 7, 180), 1 + draw(index, 8, 28));
    }

    /** The first month a NEW firm insures anybody: 27 to 30, six to nine months before the end. */
    static int newFirmStart(Dice dice, int firm) {
        return 27 + dice.below(Dice.Topic.FIRM_START, firm, 0, 4);
    }

    private String status(int index) {
        if (index < layout.staffed()) {
            return "OPEN";
        }
        return switch (draw(index, 9, 4)) {
            case 0 -> "CLOSED";
            case 1 -> "REVOKED";
            default -> "OPEN";
        };
    }

    private static String sizeClass(int size) {
        if (size < 20) {
            return "MICRO";
        }
        return size < 300 ? "SMALL" : size < 1000 ? "MEDIUM" : "LARGE";
    }

    private int draw(int index, int turn, int bound) {
        return dice.below(Dice.Topic.FIRM_FACTS, index, turn, bound);
    }
}

package cn.gongshu.cities.luan.synthetic;

import java.util.Arrays;

/** Which employee ranks belong to which firm, and what is planted in each. The one part of the city kept in memory. */
final class FirmLayout {

    /** The first firms, the same in every city: one of each kind for the story, and one whose representative is silent. */
    private static final FirmPlan[] DEMO_PLANS = {
        FirmPlan.GROWS, FirmPlan.SHRINKS, FirmPlan.STABLE, FirmPlan.NEW, FirmPlan.ARREARS, FirmPlan.STABLE
    };

    private static final int[] DEMO_SIZES = {60, 60, 30, 12, 25, 18};
    private static final int TRENDING_SIZE = 24;

    private final int[] starts;
    private final FirmPlan[] plans;
    private final int staffed;

    FirmLayout(Dice dice, Shares shares) {
        int[] ends = new int[shares.employees()];
        FirmPlan[] chosen = new FirmPlan[shares.employees()];
        int count = 0;
        int taken = 0;
        while (taken < shares.employees()) {
            int size = Math.min(size(dice, count), shares.employees() - taken);
            taken += size;
            ends[count] = taken;
            chosen[count] = plan(dice, count, size);
            count++;
        }
        this.staffed = count;
        this.starts = new int[count + 1];
        System.arraycopy(ends, 0, starts, 1, count);
        this.plans = Arrays.copyOf(chosen, count);
    }

    int staffed() {
        return staffed;
    }

    int unstaffed() {
        return Math.max(2, staffed / 10);
    }

    int firms() {
        return staffed + unstaffed();
    }

    FirmPlan plan(int firm) {
        return firm < staffed ? plans[firm] : FirmPlan.UNSTAFFED;
    }

    /** How many people were ever insured through it in the 36 months. */
    int size(int firm) {
        return firm < staffed ? starts[firm + 1] - starts[firm] : 0;
    }

    /** The first employee rank of a staffed firm: its representative. */
    int start(int firm) {
        return starts[firm];
    }

    int firmOf(int employeeRank) {
        int found = Arrays.binarySearch(starts, employeeRank);
        return found >= 0 ? found : -found - 2;
    }

    private static int size(Dice dice, int firm) {
        if (firm < DEMO_SIZES.length) {
            return DEMO_SIZES[firm];
        }
        int draw = dice.below(Dice.Topic.FIRM_SIZE, firm, 0, 1000);
        int low = draw < 600 ? 1 : draw < 900 ? 10 : draw < 980 ? 50 : draw < 998 ? 200 : 600;
        int high = draw < 600 ? 9 : draw < 900 ? 49 : draw < 980 ? 199 : draw < 998 ? 599 : 1500;
        return low + dice.below(Dice.Topic.FIRM_SIZE, firm, 1, high - low + 1);
    }

    private static FirmPlan plan(Dice dice, int firm, int size) {
        if (firm < DEMO_PLANS.length) {
            return DEMO_PLANS[firm];
        }
        int draw = dice.below(Dice.Topic.FIRM_PLAN, firm, 0, 100);
        if (draw < 7) {
            return FirmPlan.ARREARS;
        }
        if (draw < 14) {
            return FirmPlan.NEW;
        }
        if (size >= TRENDING_SIZE && draw < 30) {
            return FirmPlan.GROWS;
        }
        return size >= TRENDING_SIZE && draw < 46 ? FirmPlan.SHRINKS : FirmPlan.STABLE;
    }
}

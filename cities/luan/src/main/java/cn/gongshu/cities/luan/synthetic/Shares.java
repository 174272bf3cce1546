package cn.gongshu.cities.luan.synthetic;

/**
 * How many people have which role: 42 % are or were employees, 8 % insured on their own, 12 % of working age and not
 * insured, 17 % young, the rest old.
 */
record Shares(int people, int employees, int flexible, int uninsured, int young) {

    static Shares of(int people) {
        return new Shares(people, share(people, 42), share(people, 8), share(people, 12), share(people, 17));
    }

    int insured() {
        return employees + flexible;
    }

    int working() {
        return insured() + uninsured;
    }

    Role role(int place) {
        if (place < employees) {
            return Role.EMPLOYEE;
        }
        if (place < insured()) {
            return Role.FLEXIBLE;
        }
        if (place < working()) {
            return Role.UNINSURED;
        }
        return place < working() + young ? Role.YOUNG : Role.ELDER;
    }

    /** The first place of a role. */
    int start(Role role) {
        return switch (role) {
            case EMPLOYEE -> 0;
            case FLEXIBLE -> employees;
            case UNINSURED -> insured();
            case YOUNG -> working();
            case ELDER -> working() + young;
        };
    }

    private static int share(int people, int percent) {
        return (int) ((long) people * percent / 100);
    }
}

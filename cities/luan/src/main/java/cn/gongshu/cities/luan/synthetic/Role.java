package cn.gongshu.cities.luan.synthetic;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** What a person of the city is, and the birth dates such people have. */
enum Role {
    EMPLOYEE(Age.WORKING),
    FLEXIBLE(Age.WORKING),
    UNINSURED(Age.WORKING),
    YOUNG(Age.YOUNG),
    ELDER(Age.ELDER);

    private final Age age;

    Role(Age age) {
        this.age = age;
    }

    Age age() {
        return age;
    }

    /** Ranges of birth dates that do not overlap. */
    enum Age {
        YOUNG(LocalDate.of(2006, 11, 1), History.AS_OF),
        WORKING(LocalDate.of(1966, 11, 1), LocalDate.of(2006, 10, 31)),
        ELDER(LocalDate.of(1931, 11, 1), LocalDate.of(1966, 10, 31));

        private final LocalDate first;
        private final int days;

        Age(LocalDate first, LocalDate last) {
            this.first = first;
            this.days = (int) ChronoUnit.DAYS.between(first, last) + 1;
        }

        LocalDate first() {
            return first;
        }

        int days() {
            return days;
        }
    }
}

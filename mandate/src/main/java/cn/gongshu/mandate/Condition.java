package cn.gongshu.mandate;

import cn.gongshu.kernel.Language;
import cn.gongshu.kernel.Money;
import cn.gongshu.regulation.MeterKind;
import org.jspecify.annotations.Nullable;

import java.time.LocalTime;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One circumstance that must hold at every use, or that every use brings with it. A link has at most one of a kind; the
 * conditions of all links of a chain hold together.
 */
public sealed interface Condition {

    /** The kind's name in contracts. */
    String kind();

    /** In words, for a refusal. */
    String in(Language language);

    /** Whether this is at least as strict as the parent's condition. */
    boolean within(Condition parent);

    /**
     * Uses only within these hours of the day, Asia/Shanghai.
     *
     * @param fromMinute first minute of the day, from 0
     * @param untilMinute first minute no longer in it, up to 1440
     */
    record HoursOfDay(int fromMinute, int untilMinute) implements Condition {
        static final int DAY = 24 * 60;

        public HoursOfDay {
            boolean shape = fromMinute >= 0 && fromMinute < untilMinute && untilMinute <= DAY;
            if (!shape || untilMinute - fromMinute == DAY) {
                throw new IllegalArgumentException("hours lie within one day and leave some of it out");
            }
        }

        public boolean contains(int minuteOfDay) {
            return minuteOfDay >= fromMinute && minuteOfDay < untilMinute;
        }

        @Override
        public String kind() {
            return "hours-of-day";
        }

        @Override
        public String in(Language language) {
            String hours = clock(fromMinute) + "–" + clock(untilMinute);
            return language == Language.ZH ? "使用时段 " + hours : "hours " + hours;
        }

        @Override
        public boolean within(Condition parent) {
            return parent instanceof HoursOfDay(int from, int until) && fromMinute >= from && untilMinute <= until;
        }

        static String clock(int minute) {
            return minute == DAY
                    ? "24:00"
                    : LocalTime.of(minute / 60, minute % 60).toString();
        }
    }

    /**
     * The data subject must have consented, firms too. For persons that holds without saying (I01).
     *
     * @param textVersion version of the consent text that must have been agreed to, or null for any
     */
    record SubjectConsent(@Nullable String textVersion) implements Condition {
        @Override
        public String kind() {
            return "subject-consent";
        }

        @Override
        public String in(Language language) {
            return language == Language.ZH ? "须经当事人同意" : "consent of the subject";
        }

        @Override
        public boolean within(Condition parent) {
            return parent instanceof SubjectConsent(String version) && (version == null || version.equals(textVersion));
        }
    }

    /**
     * Each answered use costs this much. A child states the very price of its parent: within the chain a price is
     * neither cut nor raised.
     */
    record Metered(Money price, MeterKind meter) implements Condition {
        public Metered {
            if (price.fen() < 1) {
                throw new IllegalArgumentException("a metered price is at least one fen");
            }
        }

        @Override
        public String kind() {
            return "metered";
        }

        @Override
        public String in(Language language) {
            return language == Language.ZH
                    ? "按" + meter.in(language) + "计费，每单位 " + price.yuan() + " 元"
                    : "charged by " + meter.in(language) + ", " + price.yuan() + " yuan each";
        }

        @Override
        public boolean within(Condition parent) {
            return equals(parent);
        }
    }

    /**
     * A condition that a contract has and this program does not know. It refuses every use, and no link is made with it.
     *
     * @param kind its name in the contract
     * @param terms its members as written, so that the contract keeps its hash
     */
    record UnknownCondition(String kind, Map<String, @Nullable Object> terms) implements Condition {
        public UnknownCondition {
            terms = Collections.unmodifiableMap(new TreeMap<>(terms));
        }

        @Override
        public String in(Language language) {
            return kind;
        }

        @Override
        public boolean within(Condition parent) {
            return false;
        }
    }
}

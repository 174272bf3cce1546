package cn.gongshu.platform.delivery;

import cn.gongshu.kernel.LegalDate;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.regulation.Parameters;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Holds the months a call asks for to the longest window the city allows on the legal date (R049). */
final class Window {

    private static final String MAX_MONTHS = "input.window.max_months";
    private static final int MONTHS_BASE = 100;

    private final Parameters parameters;
    private final LegalDate legalDate;

    Window(Parameters parameters, LegalDate legalDate) {
        this.parameters = parameters;
        this.legalDate = legalDate;
    }

    /** Whether a value such as 202501 is a month. */
    static boolean isMonth(long value) {
        long month = value % MONTHS_BASE;
        return value >= MONTHS_BASE && month >= 1 && month <= 12;
    }

    /** The month of a value such as 202501. */
    static YearMonth month(long value) {
        return YearMonth.of((int) (value / MONTHS_BASE), (int) (value % MONTHS_BASE));
    }

    /** {@code read} itself when each window in it is in order, not too long and over; else a refusal that names its end. */
    Outcome<Map<String, Object>> within(List<ProductInput> inputs, Map<String, Object> read) {
        for (ProductInput end : inputs) {
            if (end.notBefore() == null) {
                continue;
            }
            YearMonth first = month(value(read, end.notBefore()));
            YearMonth last = month(value(read, end.name()));
            int most = parameters.number(MAX_MONTHS, legalDate.today());
            if (last.isBefore(first)) {
                return Outcome.refused(end.invalid("不早于 " + end.notBefore(), "not before " + end.notBefore()));
            }
            if (first.until(last, ChronoUnit.MONTHS) >= most) {
                return Outcome.refused(end.invalid(
                        "自 " + end.notBefore() + " 起合计不超过 " + most + " 个月",
                        "at most " + most + " months from " + end.notBefore() + " on"));
            }
            if (last.isAfter(YearMonth.from(legalDate.today()))) {
                return Outcome.refused(end.invalid("不晚于本月", "not later than this month"));
            }
        }
        return Outcome.done(read);
    }

    private static long value(Map<String, Object> read, String name) {
        if (read.get(name) instanceof Long value) {
            return value;
        }
        throw new IllegalStateException("a definition was activated whose window has no " + name);
    }
}

package cn.gongshu.kernel;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The date on which rules are judged, in Asia/Shanghai. Only the demo may set it apart from machine time. */
@FunctionalInterface
public interface LegalDate {

    /** The zone of every legal date. */
    ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    LocalDate today();

    /** The legal date of an office: the day the machine's clock shows in Asia/Shanghai. */
    static LegalDate of(Clock machineTime) {
        return () -> LocalDate.ofInstant(machineTime.instant(), ZONE);
    }
}

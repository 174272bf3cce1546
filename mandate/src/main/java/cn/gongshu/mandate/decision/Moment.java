package cn.gongshu.mandate.decision;

import java.time.Instant;
import java.time.LocalDate;

/**
 * When: both clocks.
 *
 * @param machineTime for hours of the day
 * @param legalDate for terms and consents, Asia/Shanghai
 */
public record Moment(Instant machineTime, LocalDate legalDate) {}

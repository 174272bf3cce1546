package cn.gongshu.evidence;

import java.time.Period;

/**
 * How long a record type is kept (I10).
 *
 * @param code what entries carry
 * @param atLeast shortest time it is kept, from the entry's legal date
 * @param source where that comes from: a clause id or the rule's name
 */
public record RetentionSchedule(String code, Period atLeast, String source) {}

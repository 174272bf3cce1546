package cn.gongshu.mandate;

import cn.gongshu.kernel.PartyId;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One entry of a link's status over time.
 *
 * @param state the recorded state from here on
 * @param at machine time
 * @param legalDate the legal date of the act
 * @param by the party whose officer did it
 * @param reason in words; empty where none is asked for
 */
public record StatusChange(MandateState state, Instant at, LocalDate legalDate, PartyId by, String reason) {
    public StatusChange {
        if (!state.recorded()) {
            throw new IllegalArgumentException(state + " follows from the date and is never recorded");
        }
    }
}

package cn.gongshu.platform.delivery;

import cn.gongshu.kernel.MandateId;
import cn.gongshu.kernel.PartyId;

import java.time.LocalDate;

/**
 * Who holds an API key, and for which subscription.
 *
 * @param until first legal date on which the key no longer opens anything
 */
record KeyHolder(PartyId party, MandateId subscription, LocalDate until) {}

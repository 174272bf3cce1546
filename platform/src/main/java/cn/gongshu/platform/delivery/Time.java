package cn.gongshu.platform.delivery;

import cn.gongshu.kernel.LegalDate;
import org.springframework.stereotype.Component;

import java.time.Clock;

/** The two clocks, together. */
@Component
record Time(Clock clock, LegalDate legalDate) {}

package cn.gongshu.bench;

import java.time.Duration;

/** One of the two that are compared. */
public interface Side {

    /** Works at full load for so long and tells what was done and what it cost. */
    Round run(Duration duration);
}

/** Acts with legal effect: each leaves an outbox row in the transaction that changes the state (ARCHITECTURE §2). */
@ApplicationModule(displayName = "Acts")
@NullMarked
package cn.gongshu.platform.act;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

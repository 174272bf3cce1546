/** What every HTTP answer shares: problem documents (RFC 9457), language, trace ids, size limits. */
@ApplicationModule(displayName = "HTTP edge", type = ApplicationModule.Type.OPEN)
@NullMarked
package cn.gongshu.platform.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

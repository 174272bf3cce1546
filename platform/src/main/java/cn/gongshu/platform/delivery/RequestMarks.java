package cn.gongshu.platform.delivery;

import cn.gongshu.evidence.IdempotencyMark;
import cn.gongshu.evidence.Marks;
import cn.gongshu.kernel.ProductCode;
import cn.gongshu.query.serving.MasterKey;

import javax.crypto.SecretKey;

/**
 * What stands for a request in the log: marks of its idempotency key and its body under keys derived from the
 * installation's {@link MasterKey}, so that an entry alone lets nobody guess whom a call was about. The same key and body
 * give the same marks after a restart, which is how a repeated call is known again.
 */
final class RequestMarks {

    private final SecretKey mark;
    private final SecretKey body;

    RequestMarks(MasterKey master) {
        this.mark = master.derived("mark");
        this.body = master.derived("body");
    }

    IdempotencyMark mark(KeyHolder holder, ProductCode product, String idempotencyKey) {
        return IdempotencyMark.of(mark, holder.party(), product, idempotencyKey);
    }

    String bodyHash(byte[] bytes) {
        return Marks.bodyHash(body, bytes);
    }
}

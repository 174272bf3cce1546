package cn.gongshu.platform.delivery;

import cn.gongshu.evidence.IdempotencyMark;
import cn.gongshu.kernel.ProductCode;
import cn.gongshu.mandate.Purpose;
import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * A well-formed call: a use through the product door, before it is decided.
 *
 * @param holder who calls
 * @param product what for
 * @param purpose the purpose stated
 * @param subject whom it is about; null for products about nobody
 * @param inputs the product's inputs, read and checked
 * @param mark stands for party, product and idempotency key
 * @param bodyHash keyed hash of the request body (see {@link RequestMarks}), hexadecimal
 */
record Call(
        KeyHolder holder,
        ProductCode product,
        Purpose purpose,
        @Nullable Subject subject,
        Map<String, Object> inputs,
        IdempotencyMark mark,
        String bodyHash) {}

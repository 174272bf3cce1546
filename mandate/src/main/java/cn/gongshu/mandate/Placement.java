package cn.gongshu.mandate;

import cn.gongshu.kernel.MandateId;
import cn.gongshu.kernel.ProductCode;
import org.jspecify.annotations.Nullable;

/**
 * Where a link hangs.
 *
 * @param parent the link it comes from; null for a scheme
 * @param product the product it is about; null above the go-live approval
 */
public record Placement(
        MandateKind kind,
        @Nullable MandateId parent,
        @Nullable ProductCode product) {}

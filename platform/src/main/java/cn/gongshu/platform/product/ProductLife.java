package cn.gongshu.platform.product;

import cn.gongshu.kernel.ProductCode;

import java.util.Map;
import java.util.Optional;

/** Tells which products were activated and from what they answer; the delivery of answers implements it. */
public interface ProductLife {

    /** By activated product: whether its approval and the chain above are in force today. */
    Map<ProductCode, Boolean> activated();

    /** The version a product answers from; empty while none was activated. */
    Optional<ActiveVersion> version(ProductCode product);
}

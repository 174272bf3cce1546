package cn.gongshu.platform.product;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * A product with what its door answers from.
 *
 * @param active null while no version was activated
 */
record ProductPage(
        @JsonUnwrapped ProductView product, @Nullable ActiveVersion active) {}

package cn.gongshu.platform.catalogue;

import cn.gongshu.kernel.ItemId;
import cn.gongshu.regulation.Readiness;

import java.util.List;
import java.util.Map;

/** Tells which products need an item; the product list implements it. */
public interface ItemProducts {

    /** Products by the item they need; an item that none needs is absent. */
    Map<ItemId, List<ProductUse>> byItem();

    /** A product that needs an item, and how far the catalogue carries it. */
    record ProductUse(String code, String name, Readiness readiness) {}
}

package cn.gongshu.cities.luan.product;

/** What uses of a product are counted by (R128): 产品数量, 服务次数. */
public enum MeterKind {
    PRODUCT_COUNT,
    SERVICE_COUNT
}

package cn.gongshu.cities.luan.annex;

/** The two categories of the product list (R073, R122, R123). */
public enum ProductCategory {
    /** 公共治理、公益事业: free. */
    PUBLIC_GOOD,
    /** 产业发展、行业发展: may be charged for. */
    INDUSTRY
}

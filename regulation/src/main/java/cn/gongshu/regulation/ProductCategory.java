package cn.gongshu.regulation;

/** The two categories of the product list (R073). */
public enum ProductCategory {
    /** 公共治理、公益事业: free of charge (R122). */
    PUBLIC_GOOD,
    /** 产业发展、行业发展: a service fee may be charged (R123). */
    INDUSTRY
}

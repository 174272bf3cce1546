package cn.gongshu.cities.luan.item;

/** Dimensions of data quality; accuracy, completeness and consistency are mandatory (R088). */
public enum QualityDimension {
    ACCURACY,
    COMPLETENESS,
    CONSISTENCY,
    TIMELINESS
}

package cn.gongshu.cities.luan.item;

/**
 * A column that names a data subject.
 *
 * @param column a resident id for a person, a unified social credit code for a firm
 */
public record SubjectKey(SubjectKind kind, String column) {}

package cn.gongshu.cities.luan.item;

/** Whom rows are about. */
public enum SubjectKind {
    PERSON,
    FIRM
}

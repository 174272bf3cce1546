package cn.gongshu.platform.catalogue;

/** Whom an item's rows are about. */
public enum SubjectKind {
    PERSON,
    FIRM
}

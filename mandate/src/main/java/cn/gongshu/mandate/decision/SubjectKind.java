package cn.gongshu.mandate.decision;

/** Whom an answer is about. */
public enum SubjectKind {
    /** One natural person. */
    PERSON,
    /** One firm. */
    FIRM,
    /** Many persons or firms, none of them shown. */
    AGGREGATE,
    /** Things only. */
    NONE
}

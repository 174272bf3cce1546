package cn.gongshu.query.governed;

/**
 * A column that names a data subject.
 *
 * @param column a column of type TEXT and control SUBJECT_KEY; a row where it is null is about no subject of this kind
 * @param kind such as PERSON or FIRM
 */
public record SubjectKey(String column, String kind) {

    public SubjectKey {
        if (!kind.matches("[A-Z][A-Z0-9_]{0,30}")) {
            throw new IllegalArgumentException("not a kind of subject");
        }
    }
}

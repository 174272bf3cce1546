package cn.gongshu.kernel;

/** The shape every id of ours has: 1 to 64 ASCII letters, digits, dots, dashes or underscores. */
final class Ids {

    private static final int MAX_LENGTH = 64;

    private Ids() {}

    static void check(String value) {
        boolean ok = !value.isEmpty()
                && value.length() <= MAX_LENGTH
                && value.chars().allMatch(Ids::allowed);
        if (!ok) {
            throw new IllegalArgumentException("not an id: length " + value.length());
        }
    }

    private static boolean allowed(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_'
                || c == '.';
    }
}

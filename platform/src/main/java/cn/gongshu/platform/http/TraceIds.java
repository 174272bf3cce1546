package cn.gongshu.platform.http;

import java.security.SecureRandom;

/** Makes the short ids (such as {@code 7F3K-9QXB-2M4D}) by which a person can name one answer to an administrator. */
public final class TraceIds {

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int GROUPS = 3;
    private static final int GROUP = 4;

    private final SecureRandom random;

    public TraceIds(SecureRandom random) {
        this.random = random;
    }

    public String next() {
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                id.append('-');
            }
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }
}

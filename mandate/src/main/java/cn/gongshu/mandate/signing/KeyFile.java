package cn.gongshu.mandate.signing;

import cn.gongshu.kernel.PartyId;

import java.security.KeyPair;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of one key file: two lines naming party and suite, then the private and the public key as PEM blocks, which
 * other tools read too.
 *
 * @param pkcs8 the private key, base64 in lines
 * @param x509 the public key, base64 in lines
 */
record KeyFile(PartyId party, String suite, String pkcs8, String x509) {

    private static final Pattern SHAPE = Pattern.compile("Party: (?<party>[^\\n]+)\\nSuite: (?<suite>[^\\n]+)\\n"
            + "-----BEGIN PRIVATE KEY-----\\n(?<private>[^-]+)\\n-----END PRIVATE KEY-----\\n"
            + "-----BEGIN PUBLIC KEY-----\\n(?<public>[^-]+)\\n-----END PUBLIC KEY-----\\n");

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    static KeyFile of(PartyId party, String suite, KeyPair pair) {
        return new KeyFile(
                party,
                suite,
                LINES.encodeToString(pair.getPrivate().getEncoded()),
                LINES.encodeToString(pair.getPublic().getEncoded()));
    }

    String text() {
        return "Party: " + party + "\nSuite: " + suite + "\n" + pem("PRIVATE KEY", pkcs8) + pem("PUBLIC KEY", x509);
    }

    private static String pem(String label, String body) {
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }

    /** @throws IllegalArgumentException when it is not the text of a key file */
    static KeyFile parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a key file");
        }
        return new KeyFile(
                new PartyId(matcher.group("party")),
                matcher.group("suite"),
                matcher.group("private"),
                matcher.group("public"));
    }

    byte[] privateBytes() {
        return Base64.getMimeDecoder().decode(pkcs8);
    }

    byte[] publicBytes() {
        return Base64.getMimeDecoder().decode(x509);
    }

    /** Never the key itself. */
    @Override
    public String toString() {
        return "KeyFile[" + party + ", " + suite + "]";
    }
}

package cn.gongshu.evidence.tree;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A text with signatures under it (C2SP signed-note).
 *
 * @param text ends in a line end
 * @param signatures at least one, at most {@value #MAX_SIGNATURES}
 */
record SignedNote(String text, List<NoteSignature> signatures) {

    private static final int MAX_SIGNATURES = 16;
    private static final int ID_BYTES = 4;
    private static final String MARK = "— ";

    SignedNote {
        signatures = List.copyOf(signatures);
    }

    /** One signature line: whose, and the four bytes of the key id followed by the signature, in base64. */
    record NoteSignature(String name, String base64) {

        boolean by(VerifierKey key, byte[] text) {
            byte[] bytes = Base64.getDecoder().decode(base64);
            return name.equals(key.name())
                    && ByteBuffer.wrap(bytes).getInt() == key.id()
                    && key.verifies(text, Arrays.copyOfRange(bytes, ID_BYTES, bytes.length));
        }
    }

    static SignedNote sign(String text, CheckpointSigner signer) {
        byte[] signature = signer.sign(text.getBytes(StandardCharsets.UTF_8));
        byte[] bytes = ByteBuffer.allocate(ID_BYTES + signature.length)
                .putInt(signer.verifierKey().id())
                .put(signature)
                .array();
        String base64 = Base64.getEncoder().encodeToString(bytes);
        return new SignedNote(
                text, List.of(new NoteSignature(signer.verifierKey().name(), base64)));
    }

    /**
     * Reads a note without checking its signatures.
     *
     * @throws IllegalArgumentException if it is none
     */
    static SignedNote parse(String note) {
        int split = note.lastIndexOf("\n\n");
        boolean controlled = note.chars().anyMatch(c -> c < 0x20 && c != '\n');
        if (split < 0 || controlled || !note.endsWith("\n") || note.length() == split + 2) {
            throw new IllegalArgumentException("not a signed note");
        }
        String[] lines = note.substring(split + 2, note.length() - 1).split("\n", -1);
        if (lines.length > MAX_SIGNATURES) {
            throw new IllegalArgumentException("more than " + MAX_SIGNATURES + " signatures under a note");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : lines) {
            signatures.add(signature(line));
        }
        return new SignedNote(note.substring(0, split + 1), signatures);
    }

    private static NoteSignature signature(String line) {
        int space = line.indexOf(' ', MARK.length());
        if (!line.startsWith(MARK) || space < 0 || !VerifierKey.nameAllowed(line.substring(MARK.length(), space))) {
            throw new IllegalArgumentException("not a signature line");
        }
        String base64 = line.substring(space + 1);
        byte[] bytes = Base64.getDecoder().decode(base64);
        if (bytes.length <= ID_BYTES
                || !Base64.getEncoder().encodeToString(bytes).equals(base64)) {
            throw new IllegalArgumentException("not a signature line");
        }
        return new NoteSignature(line.substring(MARK.length(), space), base64);
    }

    boolean signedBy(VerifierKey key) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return signatures.stream().anyMatch(signature -> signature.by(key, bytes));
    }

    /** The note as it is published. */
    String note() {
        StringBuilder note = new StringBuilder(text).append('\n');
        for (NoteSignature signature : signatures) {
            note.append(MARK)
                    .append(signature.name())
                    .append(' ')
                    .append(signature.base64())
                    .append('\n');
        }
        return note.toString();
    }
}

package cn.gongshu.evidence;

import cn.gongshu.evidence.tree.Checkpoint;
import cn.gongshu.evidence.tree.Hash;
import cn.gongshu.evidence.tree.InclusionProof;
import cn.gongshu.kernel.CanonicalJson;
import cn.gongshu.kernel.Json;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What a consumer keeps to prove its use offline.
 *
 * @param id id of the entry
 * @param log origin of the log
 * @param index place of the entry in the log
 * @param blind stands before the entry in the leaf
 * @param salt opens the answer commitment; null where there is none
 * @param entry the entry's canonical JSON as text, so that its bytes are beyond doubt
 * @param proof sibling hashes from the leaf up to the checkpoint's root
 * @param checkpoint the signed note
 */
public record Receipt(
        String id,
        String log,
        long index,
        Blind blind,
        @Nullable Salt salt,
        String entry,
        List<Hash> proof,
        String checkpoint) {

    /** Longest receipt read; an entry can take six characters a byte when escaped. */
    private static final Json.Limits READABLE = new Json.Limits(32 << 20, 3);

    public Receipt {
        proof = List.copyOf(proof);
    }

    static Receipt of(Recorded recorded, String id, InclusionProof proof, Checkpoint checkpoint) {
        return new Receipt(
                id,
                checkpoint.origin(),
                recorded.index(),
                recorded.blind(),
                recorded.salt(),
                recorded.text(),
                proof.path(),
                checkpoint.note());
    }

    /** The receipt as one JSON object, members in the order of this record. */
    public String json() {
        StringBuilder out = new StringBuilder(entry.length() * 5 / 4 + proof.size() * 48 + 512);
        out.append("{\"id\":");
        CanonicalJson.quote(out, id);
        out.append(",\"log\":");
        CanonicalJson.quote(out, log);
        out.append(",\"index\":").append(index).append(",\"blind\":\"").append(blind.base64());
        out.append("\",\"salt\":");
        if (salt == null) {
            out.append("null");
        } else {
            out.append('"').append(salt.base64()).append('"');
        }
        out.append(",\"entry\":");
        CanonicalJson.quote(out, entry);
        out.append(",\"proof\":[");
        String comma = "\"";
        for (Hash hash : proof) {
            out.append(comma).append(hash.base64());
            comma = "\",\"";
        }
        out.append(proof.isEmpty() ? "]" : "\"]").append(",\"checkpoint\":");
        CanonicalJson.quote(out, checkpoint);
        return out.append('}').toString();
    }

    /**
     * Reads a receipt; nothing in it is checked against anything else yet.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Receipt parse(byte[] json) {
        Members members = Members.of(Json.parse(json, READABLE));
        Receipt receipt = new Receipt(
                members.text("id"),
                members.text("log"),
                members.number("index"),
                Blind.base64(members.text("blind")),
                members.takeNull("salt") ? null : Salt.base64(members.text("salt")),
                members.text("entry"),
                members.texts("proof").stream().map(Hash::base64).toList(),
                members.text("checkpoint"));
        members.end();
        return receipt;
    }
}

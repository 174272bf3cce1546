package cn.gongshu.evidence;

import cn.gongshu.kernel.CanonicalJson;
import cn.gongshu.kernel.Json;
import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;

/**
 * One legal act, sealed from the outbox.
 *
 * @param head id, times, retention
 * @param act what was done
 * @param actor by whom
 * @param object on what
 * @param content what it changed
 */
public record ActEntry(Head head, Deed act, Actor actor, ActObject object, Content content) implements Entry {

    static final String KIND = "act";

    /** One less deep than an entry, which stands around it. */
    private static final Json.Limits PAYLOAD = new Json.Limits(READABLE.maxBytes(), READABLE.maxDepth() - 1);

    /**
     * What was done.
     *
     * @param type of act
     * @param clause it rests on, or null
     * @param at machine time of the transaction that did it; the head has that of its seal
     */
    public record Deed(String type, @Nullable String clause, Instant at) {}

    /** The organisation and the officer in it, by their ids. */
    public record Actor(String organisation, String officer) {}

    /** What the act was done to: its kind and id. */
    public record ActObject(String kind, String id) {}

    /**
     * What the act changed.
     *
     * @param outboxId id of the outbox row
     * @param seq its number: of two acts that wrote the same row, the later has the greater
     * @param rowsHash SHA-256, in hexadecimal, of the payload
     * @param payload canonical JSON object, free of personal data, with the hash of every row it wrote
     */
    public record Content(String outboxId, long seq, String rowsHash, String payload) {

        public Content {
            Sha256Hex.check(rowsHash);
            if (!(Json.parse(payload, PAYLOAD) instanceof Map<?, ?> members)
                    || !CanonicalJson.text(members).equals(payload)) {
                throw new IllegalArgumentException("the payload is not a canonical JSON object");
            }
        }
    }

    @Override
    public String canonical() {
        return new CanonicalObject()
                .text("act", act.type())
                .text("at", act.at().toString())
                .text("clause", act.clause())
                .text("id", head.id())
                .text("kind", KIND)
                .text("legalDate", head.legalDate().toString())
                .text("machineTime", head.machineTime().toString())
                .text("objectId", object.id())
                .text("objectKind", object.kind())
                .text("officer", actor.officer())
                .text("organisation", actor.organisation())
                .text("outboxId", content.outboxId())
                .raw("payload", content.payload())
                .text("retention", head.retention())
                .text("rowsHash", content.rowsHash())
                .number("seq", content.seq())
                .number("v", VERSION)
                .end();
    }

    static ActEntry read(Members members) {
        return new ActEntry(
                Head.read(members),
                deed(members),
                new Actor(members.text("organisation"), members.text("officer")),
                new ActObject(members.text("objectKind"), members.text("objectId")),
                new Content(
                        members.text("outboxId"),
                        members.number("seq"),
                        members.text("rowsHash"),
                        CanonicalJson.text(members.object("payload"))));
    }

    private static Deed deed(Members members) {
        try {
            return new Deed(members.text("act"), members.optionalText("clause"), Instant.parse(members.text("at")));
        } catch (DateTimeException noTime) {
            throw new IllegalArgumentException("at is expected in ISO form", noTime);
        }
    }
}

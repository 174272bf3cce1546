package cn.gongshu.evidence;

import cn.gongshu.kernel.CanonicalJson;
import cn.gongshu.kernel.Json;

import java.util.Map;

/**
 * One legal act, sealed from the outbox.
 *
 * @param head id, times, retention
 * @param act type of act
 * @param actor by whom
 * @param object on what
 * @param content what it changed
 */
public record ActEntry(Head head, String act, Actor actor, ActObject object, Content content) implements Entry {

    static final String KIND = "act";

    /** One less deep than an entry, which stands around it. */
    private static final Json.Limits PAYLOAD = new Json.Limits(READABLE.maxBytes(), READABLE.maxDepth() - 1);

    /** The organisation and the officer in it, by their ids. */
    public record Actor(String organisation, String officer) {}

    /** What the act was done to: its kind and id. */
    public record ActObject(String kind, String id) {}

    /**
     * What the act changed.
     *
     * @param outboxId id of the outbox row
     * @param rowsHash SHA-256, in hexadecimal, of the rows it wrote
     * @param payload canonical JSON object, free of personal data
     */
    public record Content(String outboxId, String rowsHash, String payload) {

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
                .text("act", act)
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
                .number("v", VERSION)
                .end();
    }

    static ActEntry read(Members members) {
        return new ActEntry(
                Head.read(members),
                members.text("act"),
                new Actor(members.text("organisation"), members.text("officer")),
                new ActObject(members.text("objectKind"), members.text("objectId")),
                new Content(
                        members.text("outboxId"),
                        members.text("rowsHash"),
                        CanonicalJson.text(members.object("payload"))));
    }
}

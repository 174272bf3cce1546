package cn.gongshu.evidence;

import cn.gongshu.kernel.Json;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What the log holds: one use, refusal or act. Its bytes are canonical JSON and carry no personal data: a subject is a
 * {@link SubjectTag}, an answer an {@link AnswerCommitment}. Members that do not apply are absent.
 */
public sealed interface Entry permits UseEntry, RefusalEntry, ActEntry {

    /** Version of the members' meaning, written as {@code v}. */
    long VERSION = 1;

    /** Longest entry that can be read, in bytes; writers have their own, smaller limit. */
    Json.Limits READABLE = new Json.Limits(4 << 20, 32);

    /**
     * What every entry begins with.
     *
     * @param id opaque and unique; also the id of the receipt
     * @param machineTime when it was written, to the millisecond, never before an earlier entry of the log
     * @param legalDate the date rules were judged on, in Asia/Shanghai
     * @param retention code of the retention schedule it falls under (I10)
     */
    record Head(String id, Instant machineTime, LocalDate legalDate, String retention) {

        public Head {
            if (id.isEmpty() || retention.isEmpty()) {
                throw new IllegalArgumentException("an entry has an id and a retention schedule");
            }
            if (!machineTime.truncatedTo(ChronoUnit.MILLIS).equals(machineTime)) {
                throw new IllegalArgumentException("machine time is given to the millisecond");
            }
        }

        static Head read(Members members) {
            try {
                return new Head(
                        members.text("id"),
                        Instant.parse(members.text("machineTime")),
                        LocalDate.parse(members.text("legalDate")),
                        members.text("retention"));
            } catch (DateTimeException noTime) {
                throw new IllegalArgumentException("machineTime and legalDate are expected in ISO form", noTime);
            }
        }
    }

    Head head();

    /** The entry as canonical JSON; its UTF-8 bytes are what is hashed. */
    String canonical();

    /** Whether this is the salt its commitment to an answer was made with; an entry without one has no salt. */
    default boolean opensWith(@Nullable Salt salt) {
        return AnswerCommitment.salted(
                this instanceof UseEntry use ? use.given().answer() : null, salt);
    }

    /**
     * Reads an entry.
     *
     * @throws IllegalArgumentException unless the bytes are exactly those {@link #canonical} gives
     */
    static Entry parse(byte[] canonical) {
        Members members = Members.of(Json.parse(canonical, READABLE));
        if (members.number("v") != VERSION) {
            throw new IllegalArgumentException("this entry is of a later version");
        }
        String kind = members.text("kind");
        Entry entry = switch (kind) {
            case UseEntry.KIND -> UseEntry.read(members);
            case RefusalEntry.KIND -> RefusalEntry.read(members);
            case ActEntry.KIND -> ActEntry.read(members);
            default -> throw new IllegalArgumentException("no such kind of entry");
        };
        members.end();
        if (!entry.canonical().equals(new String(canonical, StandardCharsets.UTF_8))) {
            throw new IllegalArgumentException("the entry is not in canonical form");
        }
        return entry;
    }
}

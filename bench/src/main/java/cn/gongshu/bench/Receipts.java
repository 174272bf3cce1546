package cn.gongshu.bench;

import cn.gongshu.evidence.tree.VerifierKey;
import cn.gongshu.evidence.verify.LagPatience;
import cn.gongshu.evidence.verify.LogSource;
import cn.gongshu.evidence.verify.Question;
import cn.gongshu.evidence.verify.Verification;
import cn.gongshu.evidence.verify.Verifier;
import cn.gongshu.evidence.verify.Words;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Sampled receipts held against the log's public key, and the last of them against the whole log on disk. */
public final class Receipts {

    private final Path log;
    private final Verifier verifier;
    private final List<String> faults = new ArrayList<>();

    /**
     * @param log folder of the log, which nobody writes any more
     * @param key its public key
     */
    public Receipts(Path log, VerifierKey key) {
        this.log = log;
        this.verifier = new Verifier(key, LagPatience.NONE);
    }

    /**
     * A receipt as its holder has it.
     *
     * @param json the receipt
     * @param data the answer it is to open, or null
     */
    @SuppressWarnings("ArrayRecordComponent") // handed through once, never compared
    public record Held(byte[] json, byte @Nullable [] data) {}

    /** What did not verify, in words; empty if everything did. */
    public List<String> faults(List<Held> receipts) {
        for (Held receipt : receipts) {
            check(new Question(null, receipt.json, null, receipt.data));
        }
        if (!receipts.isEmpty()) {
            Held last = receipts.getLast();
            check(new Question(LogSource.of(log.toString()), last.json, null, last.data));
        }
        return List.copyOf(faults);
    }

    private void check(Question question) {
        switch (verifier.verify(question)) {
            case Verification.Holds holds -> {}
            case Verification.DoesNotHold(Words reason) -> faults.add(reason.zh() + " " + reason.en());
            case Verification.CannotRead(Words reason) -> faults.add(reason.zh() + " " + reason.en());
        }
    }
}

package cn.gongshu.evidence;

import cn.gongshu.evidence.files.FileLayer;
import cn.gongshu.evidence.tree.Ed25519Signer;
import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;
import cn.gongshu.kernel.Outcome;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Logs under one test key. */
public final class TestLogs {

    public static final Ed25519Signer SIGNER = Ed25519Signer.generate("luan.gongshu.example/test", new SecureRandom());

    private TestLogs() {}

    public static LogConfig config() {
        return config(Clock.systemUTC());
    }

    static LogConfig config(Clock clock) {
        return new LogConfig(SIGNER, clock, new SecureRandom(), FileLayer.real(), LogLimits.USUAL);
    }

    /** Cases for property tests, fewer where one is expensive. */
    public static int cases(int divisor) {
        return Math.max(1, Integer.getInteger("gongshu.test.cases", 1000) / divisor);
    }

    public static SampleEntries samples(long seed) {
        return new SampleEntries(new SplittableRandom(seed));
    }

    /** Appends and waits. */
    public static Sealed append(EvidenceLog log, EntryDraft draft) {
        return done(log.append(draft, Guard.NONE));
    }

    static Sealed done(CompletableFuture<Outcome<Sealed>> future) {
        return future.join().orThrow();
    }

    static ErrorCode refused(CompletableFuture<Outcome<Sealed>> future) {
        return switch (future.join()) {
            case Outcome.Done<Sealed> done -> throw new AssertionError("not refused");
            case Outcome.Refused<Sealed>(var refusal) -> refusal.code();
        };
    }

    static Fault fault(CompletableFuture<Outcome<Sealed>> future) {
        try {
            throw new AssertionError("no fault but " + future.join());
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof Fault fault) {
                return fault;
            }
            throw failed;
        }
    }
}

package cn.gongshu.bench;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;

/**
 * Callers that each call, wait for the answer and call again. A few answers are kept, chosen evenly at random.
 *
 * @param callers one for each thread
 * @param threads what they run on
 * @param sample answers to keep of one run, at least as far as there are so many
 * @param <T> an answer
 */
public record Load<T>(List<? extends Client<T>> callers, ThreadFactory threads, int sample) {

    public Load {
        callers = List.copyOf(callers);
    }

    /** Calls again and again; used by one thread at a time. */
    @FunctionalInterface
    public interface Client<T> {
        /** The answer, or null when it was none that counts. */
        @Nullable
        T call() throws Exception;
    }

    /**
     * What came of a run.
     *
     * @param answered calls that were answered
     * @param wallNanos how long it ran
     * @param latencies durations of the answered calls
     * @param sample answers kept
     */
    public record Done<T>(long answered, long wallNanos, Latencies latencies, List<T> sample) {}

    /** Runs for so long; a caller that fails ends the run. */
    public Done<T> run(Duration duration) {
        long begin = System.nanoTime();
        List<Future<Lane>> running = new ArrayList<>();
        try (ExecutorService executor = Executors.newThreadPerTaskExecutor(threads)) {
            for (Client<T> caller : callers) {
                running.add(executor.submit(() -> new Lane().run(caller, begin + duration.toNanos())));
            }
        }
        long wall = System.nanoTime() - begin;
        List<Lane> lanes = running.stream().map(this::ended).toList();
        return new Done<>(
                lanes.stream().mapToLong(lane -> lane.answered).sum(),
                wall,
                Latencies.together(lanes.stream().map(lane -> lane.latencies).toList()),
                lanes.stream().flatMap(lane -> lane.kept.stream()).toList());
    }

    private Lane ended(Future<Lane> lane) {
        try {
            return lane.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a caller failed: " + failed.getCause(), failed.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** One caller's run. */
    private final class Lane {
        private final int share = Math.ceilDiv(sample, callers.size());
        private final SplittableRandom random = new SplittableRandom();
        private final Latencies latencies = new Latencies();
        private final List<T> kept = new ArrayList<>();
        private long answered;

        Lane run(Client<T> caller, long end) throws Exception {
            for (long before = System.nanoTime(); before < end; before = System.nanoTime()) {
                T answer = caller.call();
                if (answer != null) {
                    latencies.add(System.nanoTime() - before);
                    answered++;
                    keep(answer);
                }
            }
            return this;
        }

        /** Reservoir sampling: each answer so far is kept with the same probability. */
        private void keep(T answer) {
            if (kept.size() < share) {
                kept.add(answer);
            } else if (share > 0) {
                long place = random.nextLong(answered);
                if (place < share) {
                    kept.set((int) place, answer);
                }
            }
        }
    }
}

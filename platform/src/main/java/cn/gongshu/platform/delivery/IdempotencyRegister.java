package cn.gongshu.platform.delivery;

import cn.gongshu.evidence.IdempotencyMark;
import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.LegalDate;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.regulation.Clause;
import cn.gongshu.regulation.Parameters;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Which idempotency keys are bound to which use. A key is bound by a use, never by a refusal, and for as many legal dates
 * as parameter {@value #BINDING_DAYS} says; after that it is free. In memory, restored from the log before doors open;
 * holds at most {@link #LIMIT} bindings.
 */
final class IdempotencyRegister {

    /** Bindings kept, at about 350 bytes each; the next key is refused as OVERLOADED. */
    static final int LIMIT = 1_000_000;

    /** Parameter (DAYS): how long a key stays bound to its use. */
    static final String BINDING_DAYS = "idempotency.days";

    private final ConcurrentMap<IdempotencyMark, Binding> bindings = new ConcurrentHashMap<>();
    private final AtomicReference<LocalDate> swept = new AtomicReference<>(LocalDate.MIN);
    private final LegalDate legalDate;
    private final Parameters parameters;
    private final int limit;

    IdempotencyRegister(LegalDate legalDate, Parameters parameters, int limit) {
        this.legalDate = legalDate;
        this.parameters = parameters;
        this.limit = limit;
    }

    /**
     * A key taken by a request.
     *
     * @param bodyHash keyed hash of the body it came with
     * @param date legal date on which it was taken
     * @param index completes with the entry's index once the use is durable, or with empty when it was refused
     */
    record Binding(String bodyHash, LocalDate date, CompletableFuture<Optional<Long>> index) {}

    /** What a key means for a request. */
    sealed interface Standing {
        /** Nobody has used the key: this request holds it now, and must settle or release it. */
        record Fresh(Binding binding) implements Standing {}

        /** The same request came before, or is under way: its index answers. */
        record Repeated(Binding binding) implements Standing {}
    }

    /** Takes the key for a request, or finds that it was taken; refused when it was taken for another body. */
    @Clause("R128")
    Outcome<Standing> take(IdempotencyMark mark, String bodyHash) {
        LocalDate today = legalDate.today();
        sweepOnce(today);
        Binding fresh = new Binding(bodyHash, today, new CompletableFuture<>());
        LocalDate first = firstBound(today);
        Binding held = bindings.putIfAbsent(mark, fresh);
        while (held != null && held.date.isBefore(first)) {
            bindings.remove(mark, held);
            held = bindings.putIfAbsent(mark, fresh);
        }
        if (held == null) {
            if (bindings.size() > limit) {
                bindings.remove(mark, fresh);
                return Outcome.refused(Refusal.of(ErrorCode.OVERLOADED, Map.of("limit", Integer.toString(limit))));
            }
            return Outcome.done(new Standing.Fresh(fresh));
        }
        return held.bodyHash.equals(bodyHash)
                ? Outcome.done(new Standing.Repeated(held))
                : Outcome.refused(Refusal.of(ErrorCode.IDEMPOTENCY_CONFLICT));
    }

    /** The first legal date whose bindings still hold on {@code today}. */
    LocalDate firstBound(LocalDate today) {
        return today.minusDays(parameters.number(BINDING_DAYS, today) - 1L);
    }

    /** Once a legal date, beside the calls: a million bindings are looked through in some milliseconds. */
    private void sweepOnce(LocalDate today) {
        if (!today.equals(swept.get()) && !today.equals(swept.getAndSet(today))) {
            Thread.startVirtualThread(() -> dropExpired(today));
        }
    }

    /** Forgets the bindings that no longer hold on {@code today}. */
    void dropExpired(LocalDate today) {
        LocalDate first = firstBound(today);
        bindings.values().removeIf(binding -> binding.date.isBefore(first));
    }

    /** Bindings held now. */
    int size() {
        return bindings.size();
    }

    /** The use is durable at {@code index}. */
    void settle(Binding binding, long index) {
        binding.index.complete(Optional.of(index));
    }

    /** The request was refused: the key is free again. */
    void release(IdempotencyMark mark, Binding binding) {
        bindings.remove(mark, binding);
        binding.index.complete(Optional.empty());
    }

    /** A binding read from the log. */
    void restore(IdempotencyMark mark, String bodyHash, LocalDate date, long index) {
        bindings.put(mark, new Binding(bodyHash, date, CompletableFuture.completedFuture(Optional.of(index))));
    }
}

package cn.gongshu.platform.delivery;

import cn.gongshu.evidence.IdempotencyMark;
import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.regulation.Clause;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Which idempotency keys are bound to which use. A key is bound by a use, never by a refusal. In memory, restored from
 * the log before doors open; holds at most {@link #LIMIT} bindings.
 */
final class IdempotencyRegister {

    /** Bindings kept, at about 200 bytes each; the next key is refused as OVERLOADED. */
    static final int LIMIT = 1_000_000;

    private final ConcurrentMap<IdempotencyMark, Binding> bindings = new ConcurrentHashMap<>();

    /**
     * A key taken by a request.
     *
     * @param bodyHash hash of the body it came with
     * @param index completes with the entry's index once the use is durable, or with empty when it was refused
     */
    record Binding(String bodyHash, CompletableFuture<Optional<Long>> index) {}

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
        Binding fresh = new Binding(bodyHash, new CompletableFuture<>());
        Binding held = bindings.putIfAbsent(mark, fresh);
        if (held == null) {
            if (bindings.size() > LIMIT) {
                bindings.remove(mark, fresh);
                return Outcome.refused(
                        Refusal.of(ErrorCode.OVERLOADED, java.util.Map.of("limit", Integer.toString(LIMIT))));
            }
            return Outcome.done(new Standing.Fresh(fresh));
        }
        return held.bodyHash.equals(bodyHash)
                ? Outcome.done(new Standing.Repeated(held))
                : Outcome.refused(Refusal.of(ErrorCode.IDEMPOTENCY_CONFLICT));
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
    void restore(IdempotencyMark mark, String bodyHash, long index) {
        bindings.put(mark, new Binding(bodyHash, CompletableFuture.completedFuture(Optional.of(index))));
    }
}

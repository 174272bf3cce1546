package cn.gongshu.platform.delivery;

import cn.gongshu.evidence.Given.Withheld;
import cn.gongshu.kernel.CanonicalJson;
import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;
import cn.gongshu.kernel.LegalDate;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.mandate.ItemState;
import cn.gongshu.mandate.MandateState;
import cn.gongshu.mandate.decision.ChainSnapshot;
import cn.gongshu.mandate.decision.Decision.Allowed;
import cn.gongshu.mandate.decision.DecisionPoint;
import cn.gongshu.mandate.decision.Obligation;
import cn.gongshu.mandate.decision.WriteGuard;
import cn.gongshu.platform.authorisation.ChainFollower;
import cn.gongshu.query.governed.AggregateResult;
import cn.gongshu.query.governed.Obligations;
import cn.gongshu.query.governed.StopSignal;
import cn.gongshu.query.spi.ResultColumn;
import cn.gongshu.query.spi.Row;
import cn.gongshu.regulation.FloorRules;
import cn.gongshu.regulation.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * Answers that are aggregates: run through the governed door on a virtual thread, delivered as CSV. A run is stopped when a
 * link of its chain or an item it reads stops, and not only refused at its end.
 */
@Component
final class AggregateAnswers implements Answers, ChainFollower, AutoCloseable {

    /** After a stop the new chain is adopted within moments; until then the run cannot say by what it was stopped. */
    private static final int WAITS = 50;

    private static final long WAIT_NANOS = Duration.ofMillis(20).toNanos();

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Run> running = ConcurrentHashMap.newKeySet();
    private final Governance governance;
    private final Consents consents;
    private final DecisionPoint decisions;
    private final Law law;

    AggregateAnswers(Governance governance, Consents consents, DecisionPoint decisions, Law law) {
        this.governance = governance;
        this.consents = consents;
        this.decisions = decisions;
        this.law = law;
    }

    /** The date, and the city's values on it. */
    @Component
    record Law(LegalDate legalDate, Parameters parameters) {}

    /** An aggregate under way; one is another by its identity. */
    private static final class Run {
        private final Allowed allowed;
        private final StopSignal stop = new StopSignal();

        Run(Allowed allowed) {
            this.allowed = allowed;
        }
    }

    @Override
    public CompletableFuture<Outcome<Answered>> answer(Call call, LiveProduct product, Allowed allowed) {
        return CompletableFuture.supplyAsync(() -> answer(product, allowed), threads);
    }

    /** Stops what no longer stands in the new chain. */
    @Override
    public void chainMoved(ChainSnapshot snapshot) {
        LocalDate today = law.legalDate.today();
        running.stream().filter(run -> !stands(run.allowed, snapshot, today)).forEach(run -> run.stop.stop());
    }

    private static boolean stands(Allowed allowed, ChainSnapshot snapshot, LocalDate today) {
        boolean links = allowed.chain().links().stream()
                .allMatch(link -> snapshot.tree()
                        .find(link.id())
                        .filter(now -> now.state(today) == MandateState.IN_FORCE)
                        .isPresent());
        return links
                && allowed.use().needs().columns().keySet().stream()
                        .allMatch(item -> usable(snapshot.items().get(item)));
    }

    private static boolean usable(@Nullable ItemState item) {
        return item != null && item.usable();
    }

    private Outcome<Answered> answer(LiveProduct product, Allowed allowed) {
        Run run = new Run(allowed);
        running.add(run);
        WriteGuard guard = decisions.guardFor(allowed);
        Refusal since = guard.refuses();
        try {
            return since == null ? run(product, run) : Outcome.refused(since);
        } catch (Fault fault) {
            if (fault.code() != ErrorCode.QUERY_STOPPED) {
                throw fault;
            }
            return Outcome.refused(stoppedBy(guard, fault));
        } finally {
            running.remove(run);
        }
    }

    private static Refusal stoppedBy(WriteGuard guard, Fault fault) {
        for (int i = 0; i < WAITS; i++) {
            Refusal refusal = guard.refuses();
            if (refusal != null) {
                return refusal;
            }
            LockSupport.parkNanos(WAIT_NANOS);
        }
        throw fault;
    }

    private Outcome<Answered> run(LiveProduct product, Run run) {
        var scope = Governance.scope(run.allowed.chain().leaf());
        return governance
                .queries()
                .checkAggregate(product.definition().query(), governance.tables(), scope)
                .then(query ->
                        governance.queries().aggregate(query, governance.binder(), obligations(run.allowed), run.stop))
                .map(this::answered);
    }

    private Obligations obligations(Allowed allowed) {
        Obligation.FloorOf floor = allowed.obligation(Obligation.FloorOf.class);
        if (floor == null) {
            throw new Fault(ErrorCode.INTERNAL, "an aggregate without a floor");
        }
        int least = FloorRules.least(law.parameters, law.legalDate.today());
        Map<String, Set<String>> optOuts = new HashMap<>();
        if (allowed.obligation(Obligation.LeaveOutOptOuts.class) != null) {
            for (Subject.Kind kind : Subject.Kind.values()) {
                optOuts.put(kind.name(), Set.copyOf(consents.optedOut(kind)));
            }
        }
        return new Obligations(
                Governance.scope(allowed.chain().leaf()), FloorRules.effective(floor.k(), least), optOuts);
    }

    @Override
    public void close() {
        running.forEach(run -> run.stop.stop());
        threads.shutdown();
    }

    private Answered answered(AggregateResult result) {
        long leftOut =
                result.leftOut().values().stream().mapToLong(Long::longValue).sum();
        String data = CanonicalJson.text(Map.of(
                "csv", csv(result),
                "rows", result.rows().size(),
                "hiddenGroups", result.hiddenGroups(),
                "leftOut", leftOut));
        List<String> snapshots = result.snapshots().entrySet().stream()
                .map(entry -> entry.getKey() + "@" + entry.getValue())
                .sorted()
                .toList();
        LocalDate asOf = governance.asOf(result.snapshots(), law.legalDate.today());
        return new Answered(data, asOf.toString(), snapshots, null, new Withheld(result.hiddenGroups(), leftOut));
    }

    private static String csv(AggregateResult result) {
        String head = result.columns().stream().map(ResultColumn::name).collect(Collectors.joining(","));
        return result.rows().stream()
                .map(AggregateAnswers::line)
                .collect(Collectors.joining("\r\n", head + "\r\n", "\r\n"));
    }

    private static String line(Row row) {
        return row.values().stream().map(AggregateAnswers::cell).collect(Collectors.joining(","));
    }

    /** Quoted where RFC 4180 asks for it; a leading sign that a spreadsheet would take for a formula is disarmed. */
    private static String cell(Object value) {
        String text = String.valueOf(value);
        String safe =
                !text.isEmpty() && "=+-@\t".indexOf(text.charAt(0)) >= 0 && value instanceof String ? "'" + text : text;
        return safe.matches("[^\",\r\n]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}

package cn.gongshu.platform.delivery;

import cn.gongshu.evidence.Given.Withheld;
import cn.gongshu.kernel.CanonicalJson;
import cn.gongshu.kernel.LegalDate;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.mandate.decision.Decision.Allowed;
import cn.gongshu.mandate.decision.Obligation;
import cn.gongshu.query.governed.AggregateResult;
import cn.gongshu.query.governed.Obligations;
import cn.gongshu.query.governed.StopSignal;
import cn.gongshu.query.spi.ResultColumn;
import cn.gongshu.query.spi.Row;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** Answers that are aggregates: run through the governed door on a virtual thread, delivered as CSV. */
@Component
final class AggregateAnswers implements Answers {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Governance governance;
    private final Consents consents;
    private final LegalDate legalDate;

    AggregateAnswers(Governance governance, Consents consents, LegalDate legalDate) {
        this.governance = governance;
        this.consents = consents;
        this.legalDate = legalDate;
    }

    @Override
    public CompletableFuture<Outcome<Answered>> answer(Call call, LiveProduct product, Allowed allowed) {
        return CompletableFuture.supplyAsync(() -> answer(product, allowed), threads);
    }

    private Outcome<Answered> answer(LiveProduct product, Allowed allowed) {
        var scope = Governance.scope(allowed.chain().leaf());
        return governance
                .queries()
                .checkAggregate(product.definition().query(), governance.tables(), scope)
                .then(query -> governance
                        .queries()
                        .aggregate(query, governance.binder(), obligations(allowed), new StopSignal()))
                .map(this::answered);
    }

    private Obligations obligations(Allowed allowed) {
        Obligation.FloorOf floor = allowed.obligation(Obligation.FloorOf.class);
        Map<String, Set<String>> optOuts = new HashMap<>();
        if (allowed.obligation(Obligation.LeaveOutOptOuts.class) != null) {
            for (Subject.Kind kind : Subject.Kind.values()) {
                optOuts.put(kind.name(), Set.copyOf(consents.optedOut(kind)));
            }
        }
        return new Obligations(Governance.scope(allowed.chain().leaf()), floor == null ? 1 : floor.k(), optOuts);
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
        return new Answered(
                data, legalDate.today().toString(), snapshots, null, new Withheld(result.hiddenGroups(), leftOut));
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

package cn.gongshu.platform.delivery;

import cn.gongshu.evidence.SubjectTag;
import cn.gongshu.kernel.CanonicalJson;
import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.PartyId;
import cn.gongshu.kernel.ProductCode;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.mandate.Purpose;
import cn.gongshu.mandate.decision.Consent;
import cn.gongshu.mandate.decision.Decision;
import cn.gongshu.mandate.decision.Decision.Allowed;
import cn.gongshu.mandate.decision.DecisionPoint;
import cn.gongshu.mandate.decision.SubjectStanding;
import cn.gongshu.query.serving.LookupShape;
import cn.gongshu.query.serving.LookupStatement;
import cn.gongshu.query.serving.MasterKey;
import cn.gongshu.query.serving.ServingStatements;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import org.jspecify.annotations.Nullable;

import javax.crypto.spec.SecretKeySpec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Answers about one subject from a serving table: pointer, row, subject key and consent in one statement, so that a
 * withdrawal is seen by the next call. Consent is judged before anything of the row is looked at.
 */
final class SubjectAnswers implements Answers {

    /** The consent that counts most for a purpose and recipient: one that is not withdrawn, and holds longest. */
    static final LookupShape.Consent CONSENT =
            new LookupShape.Consent("""
            SELECT text_version, valid_until - 1 AS last_day, withdrawn_at IS NOT NULL AS withdrawn
              FROM consent
             WHERE subject_kind = :kind AND subject_id = :subject AND purpose = :purpose AND recipient = :recipient
             ORDER BY withdrawn_at IS NULL DESC, valid_until DESC LIMIT 1""", List.of("text_version", "last_day", "withdrawn"));

    /** Position of the second answer: the definition the table was built for. */
    private static final int DEFINITION = LookupStatement.FIRST_ANSWER + 1;

    private static final int TRIES = 3;

    private final SqlClient client;
    private final ServingStatements statements;
    private final MasterKey master;
    private final DecisionPoint decisions;

    SubjectAnswers(SqlClient client, ServingStatements statements, MasterKey master, DecisionPoint decisions) {
        this.client = client;
        this.statements = statements;
        this.master = master;
        this.decisions = decisions;
    }

    /** A call about a subject, with where the subject's key is kept. */
    @SuppressWarnings("ArrayRecordComponent") // bytes of one call, never compared
    private record Asking(Call call, Subject subject, Allowed allowed, byte[] lookup, Product product) {}

    /** The product's code as the call was read under it. */
    private record Product(LookupShape shape, String definition) {
        /** A table built for another definition, or for one nobody noted, which was before such was kept. */
        boolean fits(@Nullable String built) {
            return built == null || built.equals(definition);
        }
    }

    /** The served table. */
    private record Served(long generation, @Nullable String definition) {}

    @Override
    public CompletableFuture<Outcome<Answered>> answer(Call call, LiveProduct product, Allowed allowed) {
        Subject subject = call.subject();
        LookupShape shape = product.lookup();
        if (subject == null || shape == null) {
            return CompletableFuture.failedFuture(new Fault(ErrorCode.INTERNAL, "no subject to answer about"));
        }
        byte[] lookup = master.lookup(subject.kind().name(), subject.id());
        return lookup(new Asking(call, subject, allowed, lookup, new Product(shape, product.hash())), TRIES)
                .toCompletionStage()
                .toCompletableFuture();
    }

    private Future<Outcome<Answered>> lookup(Asking asking, int tries) {
        Optional<LookupStatement> known = statements.current(asking.product.shape);
        return known.isEmpty() || tries < TRIES
                ? served(asking.call.product()).compose(served -> onTable(asking, served, tries))
                : execute(asking, known.get(), tries);
    }

    private Future<Outcome<Answered>> onTable(Asking asking, @Nullable Served served, int tries) {
        if (served == null) {
            return Future.succeededFuture(Outcome.refused(notServed(asking.call.product())));
        }
        return asking.product.fits(served.definition)
                ? execute(asking, statements.at(asking.product.shape, served.generation), tries)
                : Future.succeededFuture(Outcome.refused(Refusal.of(ErrorCode.CHAIN_STATE_UNKNOWN)));
    }

    private Future<@Nullable Served> served(ProductCode product) {
        return client.preparedQuery(Coverage.SERVED)
                .execute(Tuple.of(product.value()))
                .map(rows -> rows.size() == 0 ? null : served(rows.iterator().next()));
    }

    private static Served served(Row row) {
        return new Served(row.getLong(0), row.getString(1));
    }

    private Future<Outcome<Answered>> execute(Asking asking, LookupStatement statement, int tries) {
        return client.preparedQuery(statement.sql())
                .execute(tuple(asking, statement))
                .compose(
                        rows -> read(asking, statement, rows, tries),
                        failure -> tries > 0
                                        && failure instanceof PgException pg
                                        && ServingStatements.stale(pg.getSqlState())
                                ? lookup(asking, tries - 1)
                                : Future.failedFuture(
                                        new Fault(ErrorCode.DATABASE_UNREACHABLE, "the lookup failed", failure)));
    }

    private Future<Outcome<Answered>> read(Asking asking, LookupStatement statement, RowSet<Row> rows, int tries) {
        if (rows.size() == 0) {
            return Future.succeededFuture(Outcome.refused(notServed(asking.call.product())));
        }
        Row row = rows.iterator().next();
        if (row.getLong(LookupStatement.GENERATION) != statement.generation()) {
            return tries > 0
                    ? lookup(asking, tries - 1)
                    : Future.failedFuture(new Fault(ErrorCode.INTERNAL, "the serving table keeps changing"));
        }
        // For a moment after an activation a call read before it may meet the new table.
        return Future.succeededFuture(
                asking.product.fits(row.getString(DEFINITION))
                        ? judged(asking, statement, row)
                        : Outcome.refused(Refusal.of(ErrorCode.CHAIN_STATE_UNKNOWN)));
    }

    private Outcome<Answered> judged(Asking asking, LookupStatement statement, Row row) {
        SubjectStanding standing = new SubjectStanding(consent(asking, statement, row), false);
        return switch (decisions.judgeSubject(asking.allowed, standing)) {
            case Decision.Refused(Refusal refusal) -> Outcome.refused(refusal);
            case Allowed still -> found(asking, row);
        };
    }

    private static Outcome<Answered> found(Asking asking, Row row) {
        if (!row.getBoolean(LookupStatement.FOUND)) {
            return Outcome.refused(Refusal.of(ErrorCode.SUBJECT_NOT_FOUND));
        }
        String data = CanonicalJson.text(DatabaseJson.canonical(row.getValue(LookupStatement.FIRST_ANSWER)));
        byte[] key = row.getBuffer(LookupStatement.SUBJECT_KEY).getBytes();
        SubjectTag tag = SubjectTag.of(
                new SecretKeySpec(key, "HmacSHA256"), asking.subject.kind().name(), asking.subject.id());
        return Outcome.done(new Answered(
                data,
                row.getLocalDate(LookupStatement.AS_OF).toString(),
                DatabaseJson.snapshots(row.getString(LookupStatement.SNAPSHOTS)),
                tag,
                null));
    }

    private static @Nullable Consent consent(Asking asking, LookupStatement statement, Row row) {
        int first = statement.firstConsent();
        String version = row.getString(first);
        if (version == null) {
            return null;
        }
        Purpose purpose = asking.call.purpose();
        PartyId recipient = asking.call.holder().party();
        return new Consent(purpose, recipient, null, version, row.getLocalDate(first + 1), row.getBoolean(first + 2));
    }

    private static Tuple tuple(Asking asking, LookupStatement statement) {
        Map<String, Object> inputs = asking.call.inputs();
        List<@Nullable Object> values = new ArrayList<>();
        for (String name : statement.parameters()) {
            values.add(
                    switch (name) {
                        case "product" -> asking.call.product().value();
                        case "subject" -> asking.subject.id();
                        case "lookup" -> io.vertx.core.buffer.Buffer.buffer(asking.lookup);
                        case "kind" -> asking.subject.kind().name();
                        case "purpose" -> asking.call.purpose().code();
                        case "recipient" -> asking.call.holder().party().value();
                        default -> Math.toIntExact((Long) Objects.requireNonNull(inputs.get(name)));
                    });
        }
        return Tuple.from(values);
    }

    private static Refusal notServed(ProductCode product) {
        return Refusal.of(ErrorCode.NOT_LIVE, Map.of("product", product.value()));
    }
}

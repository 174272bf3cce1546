package cn.gongshu.platform.delivery;

import cn.gongshu.evidence.EvidenceLog;
import cn.gongshu.kernel.LegalDate;
import cn.gongshu.mandate.decision.DecisionPoint;
import cn.gongshu.mandate.escrow.BlockEscrow;
import cn.gongshu.platform.http.SecretFile;
import cn.gongshu.platform.http.TraceIds;
import cn.gongshu.query.serving.LookupCheck;
import cn.gongshu.query.serving.MasterKey;
import cn.gongshu.query.serving.ServingLimits;
import cn.gongshu.query.serving.ServingStatements;
import cn.gongshu.query.serving.ServingTables;
import cn.gongshu.query.serving.SubjectKeys;
import cn.gongshu.regulation.Parameters;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlClient;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import javax.sql.DataSource;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;

/** Puts the product door together. */
@Configuration
class DeliveryConfiguration {

    /** Connections of the pipelined client; each carries many lookups at once. */
    private static final int CONNECTIONS = 4;

    private static final int PIPELINE = 256;

    /** Longest statement that stays prepared: the client's own limit, 2,048, is less than a product's lookup. */
    private static final int STATEMENT_CHARACTERS = 64 << 10;

    /** The longest a lookup may run, in milliseconds: an answer that counts without end holds up those behind it. */
    private static final String LOOKUP_MILLIS = "20000";

    /** Lookups that may wait for a place in a pipeline; the next one is refused. */
    private static final int WAITING = 4096;

    /** A firm's row lists a month for each person it insured: the largest employers need some megabytes. */
    private static final ServingLimits SERVING = new ServingLimits(30_000_000, 16 << 20);

    private static final int KEY_BYTES = 32;

    @Bean(destroyMethod = "")
    Vertx vertx() {
        return Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(Math.max(2, Runtime.getRuntime().availableProcessors())));
    }

    @Bean(destroyMethod = "")
    SqlClient lookupClient(
            Vertx vertx,
            @Value("${spring.datasource.url}") String url,
            @Value("${spring.datasource.username}") String user,
            @Value("${spring.datasource.password}") String password) {
        DatabaseAddress address = DatabaseAddress.of(url);
        PgConnectOptions options = address.options()
                .setUser(user)
                .setPassword(password)
                .setCachePreparedStatements(true)
                .setPreparedStatementCacheSqlLimit(STATEMENT_CHARACTERS)
                // One row by its key has one plan; planning a lookup anew takes longer than answering it.
                .addProperty("plan_cache_mode", "force_generic_plan")
                .setPipeliningLimit(PIPELINE)
                .addProperty("statement_timeout", LOOKUP_MILLIS);
        return PgBuilder.client()
                .with(new PoolOptions().setMaxSize(CONNECTIONS).setMaxWaitQueueSize(WAITING))
                .connectingTo(options)
                .using(vertx)
                .build();
    }

    @Bean
    MasterKey masterKey(@Value("${gongshu.data}") Path data, SecureRandom random) {
        byte[] fresh = new byte[KEY_BYTES];
        random.nextBytes(fresh);
        String hex = SecretFile.readOrMake(
                data.resolve("keys").resolve("subjects.key"),
                () -> HexFormat.of().formatHex(fresh));
        return new MasterKey(HexFormat.of().parseHex(hex));
    }

    @Bean
    ServingTables servingTables(DataSource source, MasterKey master, SecureRandom random, Clock clock) {
        return new ServingTables(source, new SubjectKeys(source, master, random), clock, SERVING);
    }

    @Bean
    ServingStatements servingStatements() {
        return new ServingStatements();
    }

    @Bean
    LookupCheck lookupCheck(DataSource source) {
        return new LookupCheck(source);
    }

    @Bean
    BlockEscrow escrow() {
        return new BlockEscrow();
    }

    @Bean
    IdempotencyRegister idempotencyRegister(LegalDate legalDate, Parameters parameters) {
        return new IdempotencyRegister(legalDate, parameters, IdempotencyRegister.LIMIT);
    }

    /** What the door answers from. */
    record Sources(
            KeyRing keys, LiveProducts products, SqlClient client, ServingStatements statements, MasterKey master) {}

    @Bean
    Sources sources(
            KeyRing keys, LiveProducts products, SqlClient client, ServingStatements statements, MasterKey master) {
        return new Sources(keys, products, client, statements, master);
    }

    @Bean
    UseFlow.Decisions decisions(
            DecisionPoint point, BlockEscrow escrow, IdempotencyRegister register, JournalReads reads) {
        return new UseFlow.Decisions(point, escrow, register, reads);
    }

    @Bean
    Recorder recorder(EvidenceLog log, LegalDate legalDate, Parameters parameters, SecureRandom random) {
        return new Recorder(log, legalDate, parameters, random);
    }

    @Bean
    UseFlow useFlow(
            UseFlow.Decisions decisions,
            Recorder recorder,
            LegalDate legalDate,
            Sources sources,
            AggregateAnswers aggregates) {
        SubjectAnswers subjects =
                new SubjectAnswers(sources.client, sources.statements, sources.master, decisions.point());
        return new UseFlow(decisions, recorder, legalDate, subjects, aggregates);
    }

    @Bean
    Window window(Parameters parameters, LegalDate legalDate) {
        return new Window(parameters, legalDate);
    }

    @Bean
    ProductDoor productDoor(
            Sources sources, Window window, UseFlow flow, Recorder recorder, JournalReads reads, TraceIds traceIds) {
        CallReader reader = new CallReader(sources.keys, sources.products, new RequestMarks(sources.master), window);
        return new ProductDoor(reader, flow, recorder, reads, traceIds);
    }
}

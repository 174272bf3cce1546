package cn.gongshu.bench.call;

import cn.gongshu.bench.Choices;
import cn.gongshu.bench.Comparison;
import cn.gongshu.bench.Receipts;
import cn.gongshu.bench.TemporaryFolder;
import cn.gongshu.bench.Validity;
import cn.gongshu.bench.call.HttpConnection.Reply;
import cn.gongshu.city.Sentence;
import cn.gongshu.evidence.tree.VerifierKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** {@code bench call}: what a governed, durable, proved call of P37 costs beside a bare lookup on the same database. */
public final class CallBench {

    private static final String MEANING = """
            比值＝每次答复所用 CPU（服务进程与 PostgreSQL 全部进程，不含客户端）：经授权链判定、同意、额度、幂等键、落盘存证并附回执的 P37 调用
                  ÷ Helidon + HikariCP 按主键查一行（同一 PostgreSQL，同样的连接数）。
            ratio = processor time per answer (server and all of PostgreSQL, not the client): a call of P37 with mandate, consent,
                    quota, idempotency key, durable evidence and receipt, over Helidon + HikariCP finding a row by its key.
            """;

    /** Numbers of callers before the bench's own, which count from 0. */
    private static final AtomicInteger ONCE = new AtomicInteger(1_000_000);

    private final Choices choices;
    private final PrintStream out;

    private CallBench(Choices choices, PrintStream out) {
        this.choices = choices;
        this.out = out;
    }

    /** 0 measured, 1 void. */
    public static int run(Choices choices, PrintStream out) {
        String launcher = System.getProperty("gongshu.launcher");
        if (launcher == null) {
            throw new Sentence(2, "请以 ./gongshu bench call 运行。", "Run it as ./gongshu bench call.");
        }
        try (TemporaryFolder folder = TemporaryFolder.make()) {
            return new CallBench(choices, out).in(folder.path(), Path.of(launcher));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new Sentence(2, "基准数据库不可用：" + e.getMessage() + "。", "The baseline's database failed.");
        }
    }

    private int in(Path folder, Path launcher) throws IOException, SQLException {
        out.print(MEANING);
        out.println("正在启动演示并演完流程 … starting the demo, playing its story");
        Measured measured;
        Path data;
        try (CityProcess city = CityProcess.start(launcher, folder)) {
            data = city.data();
            measured = measured(city, folder);
        }
        measured.comparison.tell(out);
        return measured.validity(data).conclude(measured.comparison, out);
    }

    /**
     * What was measured, before receipts are verified.
     *
     * @param entries entries the log grew by
     * @param counted uses counted and recorded for the bench's subscription meanwhile
     */
    private record Measured(Comparison comparison, GovernedCalls ours, long entries, Counted counted) {

        Validity validity(Path data) throws IOException {
            List<Receipts.Held> receipts =
                    ours.sample().stream().map(CallBench::held).toList();
            VerifierKey key =
                    VerifierKey.parse(Files.readString(data.resolve("keys").resolve("log.pub")));
            List<String> faults =
                    new ArrayList<>(new Receipts(data.resolve("log").resolve("city"), key).faults(receipts));
            ours.refusal().ifPresent(refusal -> faults.add("有调用未获答复 a call was not answered: " + refusal));
            if (counted.quota != counted.rows) {
                faults.add("额度计 " + counted.quota + "，明细 " + counted.rows + " the count differs from its rows");
            }
            return new Validity(ours.answered(), entries, counted.rows, receipts.size(), faults);
        }
    }

    /** Uses by the quota's count and by the rows behind it. */
    private record Counted(long quota, long rows) {}

    private Measured measured(CityProcess city, Path folder) throws IOException, SQLException {
        Parties parties = new Parties(city.baseUrl(), city.data());
        GovernedCalls.Target target = target(city, parties);
        Standing standing = new Standing(parties, city.baseUrl());
        DemoDatabase database = DemoDatabase.in(city.data());
        try (BaselineTable table = BaselineTable.create(database, CityProcess.PEOPLE, answer(target));
                BaselineProcess baseline = BaselineProcess.start(database, table, folder);
                BareLookups lookups = new BareLookups(
                        baseline, choices.callers(), target.subjects().size())) {
            long usesBefore = standing.recorded();
            long before = standing.quietEntries();
            GovernedCalls.Processes processes = new GovernedCalls.Processes(city.pid(), baseline.database());
            try (GovernedCalls calls = new GovernedCalls(target, choices.callers(), processes, standing)) {
                out.println("预热与计量 … warming up and measuring");
                Comparison comparison = Comparison.alternating("call", choices, calls, lookups);
                Counted counted = new Counted(standing.counted() - usesBefore, standing.recorded() - usesBefore);
                return new Measured(comparison, calls, standing.quietEntries() - before, counted);
            }
        }
    }

    /** A subscription wide enough, and the subjects about whom it is answered. */
    private static GovernedCalls.Target target(CityProcess city, Parties parties) throws IOException {
        String key = BenchSubscription.key(parties);
        List<Map<String, Object>> answered = new ArrayList<>();
        for (Map<String, Object> subject : parties.consenting("PERSON")) {
            if (once(new GovernedCalls.Target(city.doorPort(), key, List.of(subject)))
                            .status()
                    == 200) {
                answered.add(subject);
            }
        }
        if (answered.isEmpty()) {
            throw new Sentence(2, "没有可核验的数据主体。", "No subject is answered about.");
        }
        return new GovernedCalls.Target(city.doorPort(), key, answered);
    }

    /** One call about the first subject, outside what is measured. */
    private static Reply once(GovernedCalls.Target target) throws IOException {
        try (HttpConnection connection = new HttpConnection(target.port())) {
            int caller = ONCE.incrementAndGet();
            return connection.exchange(new GovernedCall(caller, target.apiKey(), target.subjects()).next());
        }
    }

    /** What P37 answers, so that the baseline's rows are as long. */
    private static String answer(GovernedCalls.Target target) throws IOException {
        return JsonMapper.shared().readTree(once(target).body()).path("data").toString();
    }

    /** An answer as its consumer keeps it: the receipt, and the two members its commitment covers. */
    static Receipts.Held held(byte[] answer) {
        JsonNode body = JsonMapper.shared().readTree(answer);
        ObjectNode opened = JsonMapper.shared().createObjectNode();
        opened.set("data", body.path("data"));
        opened.set("asOf", body.path("asOf"));
        return new Receipts.Held(
                body.path("receipt").toString().getBytes(StandardCharsets.UTF_8),
                opened.toString().getBytes(StandardCharsets.UTF_8));
    }
}

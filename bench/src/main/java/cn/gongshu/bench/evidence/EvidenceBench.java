package cn.gongshu.bench.evidence;

import cn.gongshu.bench.Choices;
import cn.gongshu.bench.Comparison;
import cn.gongshu.bench.Receipts;
import cn.gongshu.bench.TemporaryFolder;
import cn.gongshu.bench.Validity;
import cn.gongshu.city.BouncyCastleSigner;
import cn.gongshu.evidence.EvidenceLog;
import cn.gongshu.evidence.LogConfig;
import cn.gongshu.evidence.tree.Ed25519Signer;
import cn.gongshu.evidence.tree.VerifierKey;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** {@code bench evidence}: what an entry of the log costs beside the same bytes appended and forced. */
public final class EvidenceBench {

    private static final String MEANING = """
            比值＝每条存证所用 CPU：编码、盲化、写入并落盘、Merkle 树与瓦片、签名检查点、回执 ÷ 同样的字节追加并落盘（成组提交）。
            ratio = processor time per entry: encoded, blinded, written and forced, Merkle tree and tiles, signed checkpoint, receipt,
                    over the same bytes appended and forced in groups; callers included on both sides.
            """;

    private static final String ORIGIN = "bench.gongshu.example/evidence";

    private EvidenceBench() {}

    /** 0 measured, 1 void. */
    public static int run(Choices choices, PrintStream out) {
        out.print(MEANING);
        try (TemporaryFolder folder = TemporaryFolder.make()) {
            return in(folder.path(), choices, out);
        }
    }

    private static int in(Path folder, Choices choices, PrintStream out) {
        SecureRandom random = new SecureRandom();
        Uses uses = new Uses(random);
        Path place = folder.resolve("log");
        LogConfig config =
                LogConfig.usual(new BouncyCastleSigner(Ed25519Signer.generate(ORIGIN, random)), Clock.systemUTC());
        Comparison comparison;
        LogAppends ours;
        VerifierKey key;
        long entries;
        AtomicLong read = new AtomicLong();
        try (EvidenceLog log = EvidenceLog.open(place, config)) {
            ours = new LogAppends(log, uses, choices.callers());
            PlainAppends plain = new PlainAppends(folder, uses.bytes(), choices.callers());
            comparison = Comparison.alternating("evidence", choices, ours, plain);
            key = log.verifierKey();
            entries = log.size();
            log.replay(0, entries, recorded -> read.incrementAndGet());
        }
        comparison.tell(out);
        List<Receipts.Held> receipts = ours.sample().stream()
                .map(receipt -> new Receipts.Held(receipt.getBytes(StandardCharsets.UTF_8), null))
                .toList();
        List<String> faults = new Receipts(place, key).faults(receipts);
        return new Validity(ours.acknowledged(), entries, read.get(), receipts.size(), faults)
                .conclude(comparison, out);
    }
}

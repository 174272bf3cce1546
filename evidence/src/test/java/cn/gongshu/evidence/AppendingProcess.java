package cn.gongshu.evidence;

import cn.gongshu.evidence.tree.Ed25519Signer;
import cn.gongshu.evidence.tree.Hasher;

import java.nio.file.Path;
import java.time.Clock;
import java.util.SplittableRandom;

/** A process that appends from eight threads until it is killed, and says on standard output what was acknowledged. */
public final class AppendingProcess {

    private AppendingProcess() {}

    /** Arguments: folder, private key line, seed. */
    public static void main(String[] args) {
        LogConfig config = LogConfig.usual(Ed25519Signer.parse(args[1]), Clock.systemUTC())
                .withLimits(LogLimits.USUAL.withSegmentBytes(40_000).withMarkEvery(200));
        EvidenceLog log = EvidenceLog.open(Path.of(args[0]), config);
        SplittableRandom seeds = new SplittableRandom(Long.parseLong(args[2]));
        for (int i = 0; i < 8; i++) {
            SampleEntries samples = new SampleEntries(seeds.split());
            Thread.ofPlatform().start(() -> {
                while (true) {
                    Sealed sealed = TestLogs.append(log, samples.draft());
                    String leaf = sealed.recorded().leaf(new Hasher()).hex();
                    String line = "ack " + sealed.index() + " " + leaf + " end\n";
                    synchronized (AppendingProcess.class) {
                        System.out.print(line);
                        System.out.flush();
                    }
                }
            });
        }
    }
}

package cn.gongshu.platform.evidence;

import cn.gongshu.evidence.EvidenceLog;
import cn.gongshu.evidence.tree.Checkpoint;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.Instant;

/** What anyone may know of the log at a glance. */
@Component
public class PublicLog {

    private final EvidenceLog log;

    PublicLog(EvidenceLog log) {
        this.log = log;
    }

    /**
     * The log's state.
     *
     * @param name in its public address
     * @param origin in its checkpoints
     * @param key verifier key line to check signatures with
     * @param size entries so far
     * @param root root hash, base64
     * @param checkpointAt machine time of the last entry under the checkpoint; null while there is none
     */
    public record Glance(
            String name,
            String origin,
            String key,
            long size,
            String root,
            @Nullable Instant checkpointAt) {}

    public Glance glance() {
        Checkpoint checkpoint = log.checkpoint();
        return new Glance(
                EvidenceConfiguration.LOG_NAME,
                log.origin(),
                log.verifierKey().line(),
                checkpoint.size(),
                checkpoint.root().base64(),
                log.entry(checkpoint.size() - 1)
                        .map(last -> last.entry().head().machineTime())
                        .orElse(null));
    }
}

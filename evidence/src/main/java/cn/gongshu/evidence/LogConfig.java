package cn.gongshu.evidence;

import cn.gongshu.evidence.files.FileLayer;
import cn.gongshu.evidence.tree.CheckpointSigner;

import java.security.SecureRandom;
import java.time.Clock;

/**
 * What a log is opened with. Its origin is the name of the signer's key.
 *
 * @param signer signs checkpoints
 * @param clock machine time
 * @param random draws the blinds
 * @param files where it lives
 * @param limits its limits
 */
public record LogConfig(CheckpointSigner signer, Clock clock, SecureRandom random, FileLayer files, LogLimits limits) {

    /** On this machine's files, with usual limits. */
    public static LogConfig usual(CheckpointSigner signer, Clock clock) {
        return new LogConfig(signer, clock, new SecureRandom(), FileLayer.real(), LogLimits.USUAL);
    }

    public LogConfig withFiles(FileLayer layer) {
        return new LogConfig(signer, clock, random, layer, limits);
    }

    public LogConfig withLimits(LogLimits others) {
        return new LogConfig(signer, clock, random, files, others);
    }

    public String origin() {
        return signer.verifierKey().name();
    }
}

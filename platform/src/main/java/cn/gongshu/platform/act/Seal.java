package cn.gongshu.platform.act;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * An act and its place in the evidence log.
 *
 * @param id the act
 * @param type what was done
 * @param officer who did it
 * @param organisation for whom
 * @param machineTime when
 * @param clause it rests on, or null
 * @param sealedIndex index in the log, or null while the seal is pending
 */
public record Seal(
        String id,
        String type,
        String officer,
        String organisation,
        Instant machineTime,
        @Nullable String clause,
        @Nullable Long sealedIndex) {}

package cn.gongshu.platform.evidence;

import cn.gongshu.evidence.EvidenceLog;
import cn.gongshu.evidence.LogConfig;
import cn.gongshu.evidence.files.FileLayer;
import cn.gongshu.evidence.tree.Ed25519Signer;
import cn.gongshu.platform.http.SecretFile;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;

/** Opens the log of this process. */
@Configuration
class EvidenceConfiguration {

    /** Name of this process's log in its public address. */
    static final String LOG_NAME = "city";

    /** What an outsider checks the log with; public, so an ordinary file. */
    private static void keepPublicKey(Path file, String line) {
        try {
            Files.writeString(file, line + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The log under {@code DATA/log}; its key, made at the first start, under {@code DATA/keys}. The origin says whether
     * the log is a demo's.
     */
    @Bean
    EvidenceLog evidenceLog(
            @Value("${gongshu.data}") Path data,
            @Value("${gongshu.log-origin}") String origin,
            Clock clock,
            SecureRandom random,
            FileLayer files,
            CheckpointSigning signing,
            LogIdentity identity) {
        String key = SecretFile.readOrMake(data.resolve("keys").resolve("log.key"), () -> {
            identity.mayBegin(origin);
            return Ed25519Signer.generate(origin, random).privateKeyLine();
        });
        LogConfig config =
                LogConfig.usual(signing.with(Ed25519Signer.parse(key)), clock).withFiles(files);
        EvidenceLog log = EvidenceLog.open(data.resolve("log").resolve(LOG_NAME), config);
        try {
            identity.hold(log);
        } catch (RuntimeException refused) {
            log.close();
            throw refused;
        }
        keepPublicKey(data.resolve("keys").resolve("log.pub"), log.verifierKey().line());
        return log;
    }
}

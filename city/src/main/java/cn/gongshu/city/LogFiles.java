package cn.gongshu.city;

import cn.gongshu.evidence.files.FileLayer;
import cn.gongshu.evidence.files.LossyFileLayer;
import cn.gongshu.evidence.files.LossyFileLayer.Force;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.security.SecureRandom;

/** How the evidence log's bytes reach the disk. Only the demo may choose otherwise than honestly, to show a power loss. */
@Configuration
class LogFiles {

    /** The demo's fault switch. */
    enum Fault {
        /** Files as they are. */
        NONE,
        /** Bytes stay in memory until they are forced, so that a killed process loses all others. */
        UNFORCED_LOST,
        /** As before, and force does nothing: the fault a check must notice. */
        FORCE_MUTED
    }

    @Bean
    FileLayer logFiles(
            @Value("${gongshu.mode}") Mode mode, @Value("${gongshu.log-fault:NONE}") Fault fault, SecureRandom random) {
        if (fault != Fault.NONE && mode != Mode.DEMO) {
            throw new Sentence(2, "serve 不接受故障开关。", "serve accepts no fault switch.");
        }
        return switch (fault) {
            case NONE -> FileLayer.real();
            case UNFORCED_LOST -> new LossyFileLayer(random, Force.HONEST);
            case FORCE_MUTED -> new LossyFileLayer(random, Force.MUTED);
        };
    }
}

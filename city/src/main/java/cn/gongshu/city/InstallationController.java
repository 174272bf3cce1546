package cn.gongshu.city;

import cn.gongshu.kernel.LegalDate;
import cn.gongshu.platform.evidence.PublicLog;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.util.Map;

/** What anyone may know about this installation. */
@RestController
class InstallationController {

    private final InstallationMode mode;
    private final LegalDate legalDate;
    private final Clock clock;
    private final PublicLog log;

    InstallationController(InstallationMode mode, LegalDate legalDate, Clock clock, PublicLog log) {
        this.log = log;
        this.mode = mode;
        this.legalDate = legalDate;
        this.clock = clock;
    }

    @GetMapping("/api/v1/installation")
    Installation installation() {
        return new Installation(
                Map.of("zh", "六安市", "en", "Lu'an"),
                mode.demo(),
                legalDate.today().toString(),
                clock.instant().toString(),
                log.glance());
    }

    record Installation(
            Map<String, String> city, boolean demo, String legalDate, String machineTime, PublicLog.Glance log) {}
}

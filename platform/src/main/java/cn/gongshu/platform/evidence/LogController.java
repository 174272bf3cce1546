package cn.gongshu.platform.evidence;

import cn.gongshu.evidence.EvidenceLog;
import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.kernel.RefusedException;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.time.Duration;
import java.util.Map;

/** The public side of the log: checkpoint and hash tiles as files, in the C2SP layout. Entries are not public. */
@RestController
class LogController {

    private final EvidenceLog log;

    LogController(EvidenceLog log) {
        this.log = log;
    }

    @GetMapping("/log/{name}/checkpoint")
    ResponseEntity<byte[]> checkpoint(@PathVariable String name) {
        return file(name, "checkpoint", MediaType.TEXT_PLAIN, CacheControl.noCache());
    }

    @GetMapping("/log/{name}/tile/{*path}")
    ResponseEntity<byte[]> tile(@PathVariable String name, @PathVariable String path) {
        CacheControl forever = CacheControl.maxAge(Duration.ofDays(365)).immutable();
        return file(name, "tile" + path, MediaType.APPLICATION_OCTET_STREAM, forever);
    }

    private ResponseEntity<byte[]> file(String name, String path, MediaType type, CacheControl cache) {
        byte[] content = log.published(path)
                .filter(found -> name.equals(EvidenceConfiguration.LOG_NAME))
                .orElseThrow(() -> new RefusedException(
                        Refusal.of(ErrorCode.NOT_FOUND, Map.of("what", "日志文件", "what@en", "log file"))));
        return ResponseEntity.ok().contentType(type).cacheControl(cache).body(content);
    }
}

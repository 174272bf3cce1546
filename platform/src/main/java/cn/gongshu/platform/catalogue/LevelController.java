package cn.gongshu.platform.catalogue;

import cn.gongshu.kernel.Level;
import cn.gongshu.platform.access.Officer;
import cn.gongshu.platform.act.Document;
import cn.gongshu.platform.act.Papers;
import cn.gongshu.platform.catalogue.LevelChange.Asked;
import cn.gongshu.platform.http.Required;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Level changes of an item (R072a). */
@RestController
@RequestMapping("/api/v1/catalogue-items/{id}/level-changes")
class LevelController {

    private final LevelChanges changes;
    private final Papers papers;

    LevelController(LevelChanges changes, Papers papers) {
        this.papers = papers;
        this.changes = changes;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    LevelChange ask(@PathVariable String id, @RequestBody LevelBody body, @AuthenticationPrincipal Officer by) {
        return changes.ask(id, body.read(papers), by).orThrow();
    }

    @PostMapping("/{n}/confirmation")
    @ResponseStatus(HttpStatus.CREATED)
    LevelChange confirm(@PathVariable String id, @PathVariable int n, @AuthenticationPrincipal Officer by) {
        return changes.confirm(id, n, by).orThrow();
    }

    record LevelBody(@Nullable String level, @Nullable String reason, Document.@Nullable Body document) {

        Asked read(Papers papers) {
            return new Asked(
                    Required.one(Level.class, "level", level),
                    Required.text("reason", reason, 500),
                    papers.optional(document));
        }
    }
}

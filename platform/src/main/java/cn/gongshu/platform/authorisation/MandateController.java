package cn.gongshu.platform.authorisation;

import cn.gongshu.kernel.MandateId;
import cn.gongshu.kernel.ProductCode;
import cn.gongshu.mandate.Mandate;
import cn.gongshu.mandate.MandateKind;
import cn.gongshu.mandate.decision.Cascade;
import cn.gongshu.platform.access.Officer;
import cn.gongshu.platform.act.Document;
import cn.gongshu.platform.act.Papers;
import cn.gongshu.platform.authorisation.Suspensions.Ground;
import cn.gongshu.platform.http.Required;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/** The chain as it stands; suspension with its preview, and resumption. */
@RestController
@RequestMapping("/api/v1/mandates")
class MandateController {

    private final LinkViews links;
    private final Suspensions suspensions;
    private final Papers papers;

    MandateController(LinkViews links, Suspensions suspensions, Papers papers) {
        this.papers = papers;
        this.links = links;
        this.suspensions = suspensions;
    }

    @GetMapping
    List<LinkView> all(@AuthenticationPrincipal Officer officer) {
        return links.all(officer);
    }

    @GetMapping("/{id}/suspension-preview")
    Reach preview(@PathVariable String id) {
        return Reach.of(suspensions.preview(TranscriptionController.id(id)).orThrow());
    }

    @PostMapping("/{id}/suspension")
    @ResponseStatus(HttpStatus.CREATED)
    void suspend(@PathVariable String id, @RequestBody SuspendBody body, @AuthenticationPrincipal Officer by) {
        String token = Required.text("previewToken", body.previewToken, 64);
        suspensions
                .suspend(TranscriptionController.id(id), token, ground(body.reason, body.document), by)
                .orThrow();
    }

    @PostMapping("/{id}/resumption")
    @ResponseStatus(HttpStatus.CREATED)
    void resume(@PathVariable String id, @RequestBody ResumeBody body, @AuthenticationPrincipal Officer by) {
        suspensions
                .resume(TranscriptionController.id(id), ground(body.reason, body.document), by)
                .orThrow();
    }

    private Ground ground(@Nullable String reason, Document.@Nullable Body document) {
        return new Ground(Required.text("reason", reason, 500), papers.required(document, "R06A"));
    }

    /**
     * What a suspension reaches.
     *
     * @param previewToken to be sent back when it is confirmed
     */
    record Reach(String previewToken, List<Reached> reaches, List<String> products, List<String> subscriptions) {
        static Reach of(Cascade cascade) {
            return new Reach(
                    cascade.token(),
                    cascade.below().stream().map(Reached::of).toList(),
                    cascade.products().stream().map(ProductCode::value).toList(),
                    cascade.subscriptions().stream().map(MandateId::value).toList());
        }
    }

    record Reached(String id, MandateKind kind, String title) {
        static Reached of(Mandate mandate) {
            MandateId id = mandate.id();
            return new Reached(id.value(), mandate.kind(), mandate.title());
        }
    }

    record SuspendBody(
            @Nullable String previewToken, @Nullable String reason, Document.@Nullable Body document) {}

    record ResumeBody(@Nullable String reason, Document.@Nullable Body document) {}
}

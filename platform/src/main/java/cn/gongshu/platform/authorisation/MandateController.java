package cn.gongshu.platform.authorisation;

import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.LegalDate;
import cn.gongshu.kernel.MandateId;
import cn.gongshu.kernel.ProductCode;
import cn.gongshu.mandate.Condition;
import cn.gongshu.mandate.Contract;
import cn.gongshu.mandate.Mandate;
import cn.gongshu.mandate.MandateKind;
import cn.gongshu.mandate.StatusChange;
import cn.gongshu.mandate.decision.Cascade;
import cn.gongshu.platform.access.Officer;
import cn.gongshu.platform.act.Acts;
import cn.gongshu.platform.act.Document;
import cn.gongshu.platform.act.Seal;
import cn.gongshu.platform.authorisation.Suspensions.Ground;
import cn.gongshu.platform.evidence.UseCounts;
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

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The chain as it stands; suspension with its preview, and resumption. */
@RestController
@RequestMapping("/api/v1/mandates")
class MandateController {

    private final MandateStore store;
    private final Suspensions suspensions;
    private final Acts acts;
    private final LegalDate legalDate;
    private final UseCounts counts;

    MandateController(MandateStore store, Suspensions suspensions, Acts acts, LegalDate legalDate, UseCounts counts) {
        this.counts = counts;
        this.store = store;
        this.suspensions = suspensions;
        this.acts = acts;
        this.legalDate = legalDate;
    }

    @GetMapping
    List<Link> all() {
        LocalDate today = legalDate.today();
        Map<String, Long> used = counts.byMandate();
        return store.all().stream()
                .map(mandate ->
                        link(mandate, today, used.getOrDefault(mandate.id().value(), 0L)))
                .toList();
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

    private static Ground ground(@Nullable String reason, Document.@Nullable Body document) {
        return new Ground(Required.text("reason", reason, 500), Document.Body.required(document, "R06A"));
    }

    private Link link(Mandate mandate, LocalDate today, long used) {
        Contract contract = mandate.contract();
        StatusChange last = mandate.timeline().last();
        var product = contract.place().product();
        var parent = contract.place().parent();
        var quota = contract.limits().quota();
        return new Link(
                contract.id().value(),
                contract.kind(),
                contract.title(),
                parent == null ? null : parent.value(),
                product == null ? null : product.value(),
                contract.parties().grantor().value(),
                contract.parties().grantee().value(),
                TermView.of(mandate, today),
                mandate.state(today).name(),
                new Since(last.at().toString(), last.by().value(), last.reason()),
                ScopeView.of(contract),
                quota == null ? null : quota.uses(),
                used,
                contract.limits().conditions().all().stream()
                        .map(Condition::kind)
                        .toList(),
                contract.hash().hex(),
                acts.latest("mandate", contract.id().value())
                        .map(Seal::sealedIndex)
                        .orElse(null));
    }

    /** A link as a screen shows it. */
    record Link(
            String id,
            MandateKind kind,
            String title,
            @Nullable String parent,
            @Nullable String product,
            String grantor,
            String grantee,
            TermView term,
            String state,
            Since since,
            ScopeView scope,
            @Nullable Long quota,
            long used,
            List<String> conditions,
            String contractHash,
            @Nullable Long sealedIndex) {}

    record Since(String at, String by, String reason) {}

    record TermView(String from, String lastDay, long daysLeft) {
        static TermView of(Mandate mandate, LocalDate today) {
            var term = mandate.term();
            return new TermView(term.from().toString(), term.lastDay().toString(), term.daysLeft(today));
        }
    }

    /** Sizes of a scope; the contract has it in full. */
    record ScopeView(int items, List<String> itemIds, int floor) {
        static ScopeView of(Contract contract) {
            List<String> ids = contract.scope().items().keySet().stream()
                    .map(ItemId::value)
                    .toList();
            return new ScopeView(ids.size(), ids, contract.scope().floor().k());
        }
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

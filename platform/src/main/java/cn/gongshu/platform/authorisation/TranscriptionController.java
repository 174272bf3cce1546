package cn.gongshu.platform.authorisation;

import cn.gongshu.kernel.MandateId;
import cn.gongshu.kernel.PartyId;
import cn.gongshu.kernel.ProductCode;
import cn.gongshu.kernel.RefusedException;
import cn.gongshu.kernel.Term;
import cn.gongshu.mandate.Contract;
import cn.gongshu.mandate.Purpose;
import cn.gongshu.mandate.Quota;
import cn.gongshu.platform.access.Officer;
import cn.gongshu.platform.act.Document;
import cn.gongshu.platform.act.Papers;
import cn.gongshu.platform.authorisation.TranscribedActs.SignatureRequest;
import cn.gongshu.platform.http.Required;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.util.Map;

/** Links entered from paper, confirmed and signed; subscriptions made directly. */
@RestController
@RequestMapping("/api/v1")
class TranscriptionController {

    private final TranscribedActs transcribed;
    private final Subscriptions subscriptions;
    private final MandateStore store;
    private final Papers papers;

    TranscriptionController(
            TranscribedActs transcribed, Subscriptions subscriptions, MandateStore store, Papers papers) {
        this.papers = papers;
        this.transcribed = transcribed;
        this.subscriptions = subscriptions;
        this.store = store;
    }

    @PostMapping("/transcribed-acts")
    @ResponseStatus(HttpStatus.CREATED)
    Made enter(@RequestBody EnterBody body, @AuthenticationPrincipal Officer by) {
        Contract contract = ContractInput.read(body.contract).orThrow();
        Document document = papers.required(body.document, "R043");
        return new Made(transcribed.enter(contract, document, by).orThrow().value());
    }

    @PostMapping("/transcribed-acts/{id}/confirmation")
    @ResponseStatus(HttpStatus.CREATED)
    Made confirm(@PathVariable String id, @AuthenticationPrincipal Officer by) {
        return new Made(transcribed.confirm(id(id), by).orThrow().value());
    }

    @PostMapping("/transcribed-acts/{id}/signatures")
    @ResponseStatus(HttpStatus.CREATED)
    Signed sign(@PathVariable String id, @RequestBody SignBody body, @AuthenticationPrincipal Officer by) {
        PartyId party = new PartyId(Required.id("party", body.party));
        var signed = transcribed
                .sign(id(id), new SignatureRequest(party, body.signature), by)
                .orThrow();
        return new Signed(signed.id().value(), signed.complete());
    }

    /** The bytes that are signed, exactly. */
    @GetMapping(value = "/transcribed-acts/{id}/contract", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] contract(@PathVariable String id, @AuthenticationPrincipal Officer officer) {
        return store.all().stream()
                .filter(link -> link.id().value().equals(id) && LinkAudience.sees(officer, link.contract()))
                .findFirst()
                .orElseThrow(() -> new RefusedException(Suspensions.unknown()))
                .contract()
                .canonical();
    }

    @PostMapping("/subscriptions")
    @ResponseStatus(HttpStatus.CREATED)
    Made subscribe(@RequestBody SubscribeBody body, @AuthenticationPrincipal Officer by) {
        return new Made(subscriptions.subscribe(body.read(), by).orThrow().value());
    }

    static MandateId id(@Nullable String text) {
        return new MandateId(Required.id("id", text));
    }

    record Made(String id) {}

    record Signed(String id, boolean complete) {}

    record EnterBody(@Nullable Map<String, @Nullable Object> contract, Document.@Nullable Body document) {}

    record SignBody(@Nullable String party, @Nullable String signature) {}

    record SubscribeBody(
            @Nullable String id,
            @Nullable String product,
            @Nullable String purpose,
            @Nullable String from,
            @Nullable String lastDay,
            @Nullable Long quota) {

        Subscriptions.Request read() {
            return new Subscriptions.Request(
                    TranscriptionController.id(id),
                    new ProductCode(Required.id("product", product)),
                    new Purpose(Required.id("purpose", purpose)),
                    Term.throughLastDay(Required.date("from", from), Required.date("lastDay", lastDay)),
                    checkedQuota());
        }

        private @Nullable Long checkedQuota() {
            if (quota != null && (quota < 1 || quota > Quota.MOST)) {
                throw Required.invalid("quota", "正整数", "a positive whole number");
            }
            return quota;
        }
    }
}

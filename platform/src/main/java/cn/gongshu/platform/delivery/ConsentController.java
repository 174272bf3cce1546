package cn.gongshu.platform.delivery;

import cn.gongshu.kernel.MandateId;
import cn.gongshu.kernel.PartyId;
import cn.gongshu.mandate.Purpose;
import cn.gongshu.platform.access.Officer;
import cn.gongshu.platform.delivery.Consents.Terms;
import cn.gongshu.platform.http.Required;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Consents, opt-outs and API keys. */
@RestController
@RequestMapping("/api/v1")
class ConsentController {

    private static final int SHOWN = 200;

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final Consents consents;
    private final ApiKeys keys;

    ConsentController(Consents consents, ApiKeys keys) {
        this.consents = consents;
        this.keys = keys;
    }

    @PostMapping("/officers/{id}/represented-subject")
    @ResponseStatus(HttpStatus.CREATED)
    Made represent(@PathVariable String id, @RequestBody SubjectBody body, @AuthenticationPrincipal Officer by) {
        return new Made(consents.represent(id, body.read(), by).orThrow());
    }

    @PostMapping("/consents")
    @ResponseStatus(HttpStatus.CREATED)
    Made give(@RequestBody ConsentBody body, @AuthenticationPrincipal Officer by) {
        Terms terms = body.terms();
        if (body.subject == null) {
            return new Made(consents.give(terms, by).orThrow());
        }
        String proof = Required.text("proofHash", body.proofHash, 64);
        if (!SHA256.matcher(proof).matches()) {
            throw Required.invalid(
                    "proofHash", "已签署同意书的 SHA-256，64 位十六进制", "the SHA-256 of the signed consent, 64 hex digits");
        }
        return new Made(consents.bring(body.subject.read(), terms, proof, by).orThrow());
    }

    @GetMapping("/consents")
    List<Map<String, Object>> own(@AuthenticationPrincipal Officer by) {
        return consents.own(by, SHOWN);
    }

    @PostMapping("/consents/{id}/withdrawal")
    @ResponseStatus(HttpStatus.CREATED)
    Made withdraw(@PathVariable String id, @AuthenticationPrincipal Officer by) {
        return new Made(consents.withdraw(id, by).orThrow());
    }

    @PostMapping("/consents/{id}/confirmation")
    @ResponseStatus(HttpStatus.CREATED)
    Made confirm(@PathVariable String id, @AuthenticationPrincipal Officer by) {
        return new Made(consents.confirm(id, by).orThrow());
    }

    @PostMapping("/opt-outs")
    @ResponseStatus(HttpStatus.CREATED)
    Made optOut(@AuthenticationPrincipal Officer by) {
        return new Made(consents.optOut(by).orThrow());
    }

    @PostMapping("/api-keys")
    @ResponseStatus(HttpStatus.CREATED)
    IssuedKey issue(@RequestBody KeyBody body, @AuthenticationPrincipal Officer by) {
        MandateId subscription = new MandateId(Required.id("subscription", body.subscription));
        ApiKeys.Issued issued = keys.issue(subscription, Required.date("lastDay", body.lastDay), by)
                .orThrow();
        return new IssuedKey(issued.id(), issued.key(), issued.lastDay().toString());
    }

    @DeleteMapping("/api-keys/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String id, @AuthenticationPrincipal Officer by) {
        keys.revoke(id, by).orThrow();
    }

    record Made(String id) {}

    record IssuedKey(String id, String key, String lastDay) {
        @Override
        public String toString() {
            return "IssuedKey[" + id + "]";
        }
    }

    record KeyBody(@Nullable String subscription, @Nullable String lastDay) {}

    record SubjectBody(@Nullable String kind, @Nullable String id) {
        Subject read() {
            return Subject.read(Required.text("subject.kind", kind, 16), Required.text("subject.id", id, 32))
                    .orThrow();
        }

        @Override
        public String toString() {
            return "SubjectBody[hidden]";
        }
    }

    record ConsentBody(
            @Nullable SubjectBody subject,
            @Nullable String purpose,
            @Nullable String recipient,
            @Nullable String textVersion,
            @Nullable String lastDay,
            @Nullable String proofHash) {

        Terms terms() {
            return new Terms(
                    new Purpose(Required.id("purpose", purpose)),
                    new PartyId(Required.id("recipient", recipient)),
                    Required.text("textVersion", textVersion, 64),
                    Required.date("lastDay", lastDay));
        }
    }
}

package cn.gongshu.mandate.signing;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The suites an installation accepts, by id. */
public final class SignatureSuites {

    private final Map<String, SignatureSuite> byId;

    private SignatureSuites(Map<String, SignatureSuite> byId) {
        this.byId = byId;
    }

    public static SignatureSuites of(SignatureSuite... suites) {
        return new SignatureSuites(
                Arrays.stream(suites).collect(Collectors.toUnmodifiableMap(SignatureSuite::id, Function.identity())));
    }

    public Optional<SignatureSuite> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}

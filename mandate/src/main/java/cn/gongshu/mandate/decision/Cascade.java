package cn.gongshu.mandate.decision;

import cn.gongshu.kernel.CanonicalJson;
import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.MandateId;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.ProductCode;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.mandate.Mandate;
import cn.gongshu.mandate.MandateKind;
import cn.gongshu.mandate.MandateState;
import cn.gongshu.mandate.MandateTree;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a suspension or termination of one link reaches, shown before it is confirmed.
 *
 * @param link the link to be stopped
 * @param below every link that hangs on it and was not terminated, parents before children
 * @param products the products that stop
 * @param subscriptions ids of the subscriptions that stop, the link itself if it is one
 * @param token the same again exactly while none of this changes
 */
public record Cascade(
        Mandate link, List<Mandate> below, List<ProductCode> products, List<MandateId> subscriptions, String token) {

    /** What stopping this link reaches in the snapshot; NOT_FOUND when there is no such link. */
    public static Outcome<Cascade> preview(ChainSnapshot snapshot, MandateId id) {
        return snapshot.tree()
                .find(id)
                .map(link -> Outcome.done(of(link, snapshot.tree())))
                .orElseGet(() -> Outcome.refused(
                        Refusal.of(ErrorCode.NOT_FOUND, Map.of("what", "授权 " + id, "what@en", "mandate " + id))));
    }

    private static Cascade of(Mandate link, MandateTree tree) {
        List<Mandate> below = tree.below(link.id()).stream()
                .filter(reached -> reached.recorded() != MandateState.TERMINATED)
                .toList();
        List<Mandate> reached = new ArrayList<>(List.of(link));
        reached.addAll(below);
        return new Cascade(link, below, products(reached), subscriptions(reached), token(reached));
    }

    private static List<ProductCode> products(Collection<Mandate> reached) {
        return reached.stream()
                .map(mandate -> mandate.contract().place().product())
                .flatMap(Stream::ofNullable)
                .distinct()
                .sorted((a, b) -> a.value().compareTo(b.value()))
                .toList();
    }

    private static List<MandateId> subscriptions(Collection<Mandate> reached) {
        return reached.stream()
                .filter(mandate -> mandate.kind() == MandateKind.SUBSCRIPTION)
                .map(Mandate::id)
                .toList();
    }

    private static String token(Collection<Mandate> reached) {
        List<Map<String, String>> states = reached.stream()
                .map(mandate -> Map.of(
                        "id", mandate.id().value(),
                        "hash", mandate.signedHash().hex(),
                        "state", mandate.recorded().name()))
                .toList();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(CanonicalJson.bytes(states));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}

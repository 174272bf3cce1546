package cn.gongshu.evidence;

import java.util.List;

/**
 * What a use rested on, or a refusal was judged on as far as it got.
 *
 * @param chain ids of the mandates from the top down
 * @param contractHashes SHA-256 of their contracts in hexadecimal, in the same order
 * @param items ids of the catalogue items used
 * @param snapshots lake snapshots read, such as {@code C07-01@8421}
 */
public record Grounds(List<String> chain, List<String> contractHashes, List<String> items, List<String> snapshots) {

    /** Where nothing was known yet. */
    public static final Grounds NONE = new Grounds(List.of(), List.of(), List.of(), List.of());

    public Grounds {
        chain = List.copyOf(chain);
        contractHashes = List.copyOf(contractHashes);
        items = List.copyOf(items);
        snapshots = List.copyOf(snapshots);
    }

    static Grounds read(Members members) {
        return new Grounds(
                members.texts("chain"),
                members.texts("contractHashes"),
                members.texts("items"),
                members.texts("snapshots"));
    }
}

package cn.gongshu.evidence;

import org.jspecify.annotations.Nullable;

/**
 * Who asked for what. In a use all but the subscription are there; a refusal has what was known by then.
 *
 * @param party the recipient
 * @param product product code
 * @param subscription id, or null where none is needed (persons asking for their own data)
 * @param purpose purpose code
 */
public record Asked(
        @Nullable String party,
        @Nullable String product,
        @Nullable String subscription,
        @Nullable String purpose) {

    static Asked read(Members members) {
        return new Asked(
                members.optionalText("party"),
                members.optionalText("product"),
                members.optionalText("subscription"),
                members.optionalText("purpose"));
    }
}

package cn.gongshu.mandate;

import cn.gongshu.kernel.Language;

import java.util.Set;

/** The kinds of link, from the root of the chain to its leaf, and which kind may come from which. */
public enum MandateKind {
    /** 实施方案: the city's document that opens the operation. */
    SCHEME("实施方案", "scheme", Signers.GRANTOR),
    /** 授权运营协议: implementing agency to operator. */
    OPERATING_AGREEMENT("授权运营协议", "operating agreement", Signers.BOTH),
    /** 合伙协议: operator to partner. */
    PARTNER_AGREEMENT("合伙协议", "partner agreement", Signers.BOTH),
    /** 场景方案: what the developer (partner, or the operator itself) will do with which columns. */
    SCENARIO("场景方案", "scenario", Signers.BOTH),
    /** 实施同意: the implementing agency's yes to a product. */
    GO_LIVE_APPROVAL("实施同意", "go-live approval", Signers.GRANTOR),
    /** 订购: one consumer, one product. A direct act: the consumer's own signature makes it. */
    SUBSCRIPTION("订购", "subscription", Signers.GRANTEE);

    /** Who must sign a link's contract before it counts. */
    public enum Signers {
        GRANTOR,
        GRANTEE,
        BOTH
    }

    private final String zh;
    private final String en;
    private final Signers signers;

    MandateKind(String zh, String en, Signers signers) {
        this.zh = zh;
        this.en = en;
        this.signers = signers;
    }

    public String in(Language language) {
        return language == Language.ZH ? zh : en;
    }

    /** The kinds a link of this kind may come from; none for the root. */
    public Set<MandateKind> parents() {
        return switch (this) {
            case SCHEME -> Set.of();
            case OPERATING_AGREEMENT -> Set.of(SCHEME);
            case PARTNER_AGREEMENT -> Set.of(OPERATING_AGREEMENT);
            case SCENARIO -> Set.of(OPERATING_AGREEMENT, PARTNER_AGREEMENT);
            case GO_LIVE_APPROVAL -> Set.of(SCENARIO);
            case SUBSCRIPTION -> Set.of(GO_LIVE_APPROVAL);
        };
    }

    public Signers signers() {
        return signers;
    }

    /** True from the scenario down, where columns, purposes, forms and recipients must be listed one by one (R049). */
    public boolean concrete() {
        return compareTo(SCENARIO) >= 0;
    }

    /** True for the links that are about one product. */
    public boolean ofProduct() {
        return compareTo(GO_LIVE_APPROVAL) >= 0;
    }
}

package cn.gongshu.platform.authorisation;

import cn.gongshu.kernel.Level;
import cn.gongshu.mandate.MandateKind;
import cn.gongshu.mandate.MandateState;
import cn.gongshu.platform.act.Document;
import cn.gongshu.regulation.DeliveryForm;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A link of the chain as it is answered.
 *
 * @param product null above the products
 * @param state its own; what stands above it is not repeated here
 * @param used uses that count on it since its beginning
 * @param quota null where it has none of its own
 * @param conditions kinds of its conditions
 * @param document paper it was entered from; null for a direct act
 * @param sealedIndex where its last change stands in the log; null while that is pending
 */
record LinkView(
        String id,
        MandateKind kind,
        String title,
        @Nullable String parent,
        @Nullable ProductRef product,
        PartyRef grantor,
        PartyRef grantee,
        TermView term,
        MandateState state,
        Since since,
        ScopeView scope,
        @Nullable QuotaState quota,
        long used,
        List<String> conditions,
        @Nullable Document document,
        String contractHash,
        List<SignatureOf> signatures,
        @Nullable Long sealedIndex) {

    record PartyRef(String id, String name) {}

    record ProductRef(String code, String name) {}

    /**
     * Legal dates, both included.
     *
     * @param runningOut renewal must have been applied for by now (R068)
     */
    record TermView(LocalDate from, LocalDate lastDay, long daysLeft, boolean runningOut) {}

    /** The last change of the link's own state. */
    record Since(
            Instant at,
            String by,
            String reason,
            @Nullable String clause,
            @Nullable Document document) {}

    /**
     * What it reaches; a null list stands for any.
     *
     * @param floor fewest persons a cell may rest on; null where there is no more than one
     */
    record ScopeView(
            List<ScopeItem> items,
            @Nullable List<Coded> purposes,
            @Nullable List<DeliveryForm> forms,
            @Nullable List<PartyRef> recipients,
            @Nullable Integer floor) {}

    /** One item of a scope; null columns stand for any. */
    record ScopeItem(String item, String name, @Nullable List<String> columns, Level maximumLevel) {}

    record Coded(String code, String zh, String en) {}

    record QuotaState(long limit, long used) {}

    record SignatureOf(PartyRef party, Instant at) {}
}

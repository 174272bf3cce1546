package cn.gongshu.platform.catalogue;

import cn.gongshu.kernel.Level;
import cn.gongshu.platform.catalogue.CatalogueImport.DataProvider;
import cn.gongshu.platform.catalogue.CatalogueItem.Published;
import cn.gongshu.platform.catalogue.CatalogueItem.Suspended;
import cn.gongshu.platform.catalogue.CatalogueStore.ItemVersion;
import cn.gongshu.platform.catalogue.ItemProducts.ProductUse;
import cn.gongshu.platform.catalogue.Storage.StoredTable;
import cn.gongshu.platform.http.Words;
import cn.gongshu.regulation.ProtectedInterest;
import cn.gongshu.regulation.UpdateFrequency;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A catalogue item as it is answered.
 *
 * @param interests the five answers, or null until all are given; {@code interestReasons} has those given, with reasons
 * @param qualityPromise the promise in the language asked for, or null; {@code qualityRules} has its parts
 * @param lacks what it needs before it can be published
 * @param storage where its rows are, or null while it is not bound
 * @param seal where the latest act that wrote it is sealed, or null while that is pending
 */
record ItemView(
        String id,
        String name,
        @Nullable String sourceText,
        UnitView unit,
        List<DataProvider> providers,
        CollectionState collectionState,
        @Nullable UpdateFrequency updateFrequency,
        @Nullable String duplicateOf,
        @Nullable Level level,
        List<LevelChange> levelChanges,
        @Nullable Interests interests,
        List<Declaration.Interest> interestReasons,
        @Nullable String qualityPromise,
        List<Declaration.QualityRule> qualityRules,
        @Nullable Words meaning,
        @Nullable Words legalBasis,
        List<Declaration.SubjectKey> subjects,
        List<Declaration.Column> columns,
        List<Declaration.Join> joins,
        List<Declaration.Defect> defects,
        List<LackView> lacks,
        int version,
        List<ItemVersion> versions,
        @Nullable Published published,
        boolean inForce,
        @Nullable Suspended suspended,
        @Nullable StoredTable storage,
        List<ProductUse> products,
        @Nullable SealView seal) {

    /** The annex row it stands in. */
    record UnitView(int no, String name) {}

    /** Something it lacks, and the clause that demands it. */
    record LackView(String code, String zh, String en, String clause) {}

    /** An act's place in the evidence log. */
    record SealView(String act, long index) {}

    /** The five protected interests, each decided (R002). */
    record Interests(
            boolean stateSecret,
            boolean personalInformation,
            boolean tradeSecret,
            boolean confidentialBusiness,
            boolean publicSafety) {

        static @Nullable Interests of(Declaration declaration) {
            return declaration.allInterestsDecided()
                    ? new Interests(
                            touches(declaration, ProtectedInterest.STATE_SECRET),
                            touches(declaration, ProtectedInterest.PERSONAL_INFORMATION),
                            touches(declaration, ProtectedInterest.TRADE_SECRET),
                            touches(declaration, ProtectedInterest.CONFIDENTIAL_BUSINESS),
                            touches(declaration, ProtectedInterest.PUBLIC_SAFETY))
                    : null;
        }

        private static boolean touches(Declaration declaration, ProtectedInterest interest) {
            return declaration.interests().stream().anyMatch(each -> each.interest() == interest && each.present());
        }
    }

    /** The whole catalogue. */
    record Catalogue(Summary summary, List<ItemView> items) {}

    /**
     * The figures over the catalogue.
     *
     * @param toBeCollectedDistinct 待归集 with duplicates counted once
     * @param flagged items with a defect
     */
    record Summary(
            int units,
            int items,
            int collected,
            int toBeCollected,
            int toBeCollectedDistinct,
            int published,
            int flagged) {}
}

package cn.gongshu.cities.luan.demo;

import cn.gongshu.cities.luan.Words;
import cn.gongshu.kernel.MandateId;
import cn.gongshu.kernel.PartyId;
import cn.gongshu.kernel.ProductCode;
import cn.gongshu.kernel.Term;
import org.jspecify.annotations.Nullable;

/**
 * One link of the story's chain.
 *
 * @param kind code of the kind of link
 * @param parent null for the scheme
 * @param product null above the go-live approval
 * @param quota uses in the whole term; null for none of its own
 */
public record DemoLink(
        MandateId id,
        String kind,
        @Nullable MandateId parent,
        @Nullable ProductCode product,
        PartyId grantor,
        PartyId grantee,
        Words title,
        Term term,
        @Nullable Long quota,
        DemoScope scope,
        DemoPaper paper) {}

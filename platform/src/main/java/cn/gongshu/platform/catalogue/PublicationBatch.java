package cn.gongshu.platform.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Items shown to society together (公示批次, R072). Once published it never changes: a change is a new version of the item
 * in a later batch.
 *
 * @param number its number, such as 2026-01
 * @param date legal date of publication
 * @param organisation who published it
 */
record PublicationBatch(
        String number, LocalDate date, List<PublishedItem> items, String organisation, Instant publishedAt) {

    PublicationBatch {
        items = List.copyOf(items);
    }

    /**
     * One item as it was published.
     *
     * @param version number of the declaration
     * @param sha256 hash of the canonical declaration
     */
    record PublishedItem(String item, String name, int version, String sha256) {}

    /** A batch to be published. */
    record NewBatch(String number, LocalDate date, List<String> items) {}
}

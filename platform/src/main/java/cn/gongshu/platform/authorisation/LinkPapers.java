package cn.gongshu.platform.authorisation;

import cn.gongshu.platform.act.CanonicalRecord;
import cn.gongshu.platform.act.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What stands beside the contracts: the papers links and their last changes rest on, who made these, who signed. */
@Repository
class LinkPapers {

    private final JdbcClient db;

    LinkPapers(JdbcClient db) {
        this.db = db;
    }

    /**
     * The papers of one link.
     *
     * @param document the link was entered from; null for a direct act
     * @param status key of its last status
     * @param changedBy name of the officer who made that change
     * @param ground paper that change rests on, or null
     */
    record Papers(
            @Nullable Document document,
            String status,
            String changedBy,
            @Nullable Document ground) {}

    /** A signature on file. */
    record Signed(String party, Instant at) {}

    /** Papers by id of the link. */
    Map<String, Papers> byLink() {
        Map<String, Papers> papers = new HashMap<>();
        db.sql("""
                SELECT m.id, m.document, s.id AS status, o.display_name, s.document AS ground
                  FROM mandate m
                  JOIN LATERAL (SELECT * FROM mandate_status WHERE mandate = m.id ORDER BY id DESC LIMIT 1) s ON true
                  JOIN officer o ON o.id = s.officer
                """)
                .query((row, number) -> papers.put(
                        row.getString("id"),
                        new Papers(
                                document(row.getString("document")),
                                row.getString("status"),
                                row.getString("display_name"),
                                document(row.getString("ground")))))
                .list();
        return Map.copyOf(papers);
    }

    /** Signatures by id of the link, in the order they were given; a link without any is absent. */
    Map<String, List<Signed>> signatures() {
        Map<String, List<Signed>> signatures = new HashMap<>();
        db.sql("SELECT mandate, party, signed_at FROM mandate_signature ORDER BY signed_at, party")
                .query((row, number) -> signatures
                        .computeIfAbsent(row.getString("mandate"), _ -> new ArrayList<>())
                        .add(new Signed(
                                row.getString("party"),
                                row.getObject("signed_at", OffsetDateTime.class).toInstant())))
                .list();
        return Map.copyOf(signatures);
    }

    private static @Nullable Document document(@Nullable String canonical) {
        return canonical == null ? null : CanonicalRecord.read(canonical, Document.class);
    }
}

package cn.gongshu.platform.authorisation;

import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.Level;
import cn.gongshu.kernel.MandateId;
import cn.gongshu.kernel.PartyId;
import cn.gongshu.kernel.ProductCode;
import cn.gongshu.kernel.Term;
import cn.gongshu.mandate.Choice;
import cn.gongshu.mandate.Contract;
import cn.gongshu.mandate.Floor;
import cn.gongshu.mandate.ItemScope;
import cn.gongshu.mandate.Limits;
import cn.gongshu.mandate.Mandate;
import cn.gongshu.mandate.MandateKind;
import cn.gongshu.mandate.Parties;
import cn.gongshu.mandate.Placement;
import cn.gongshu.mandate.Scope;
import cn.gongshu.platform.PlatformDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import static org.assertj.core.api.Assertions.assertThat;

class MandateStoreTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final ProductCode P37 = new ProductCode("P37");

    private final PlatformDatabase database = PlatformDatabase.fresh();
    private final JdbcTemplate db = database.template();
    private final MandateStore store = new MandateStore(database.client(), Clock.systemUTC(), () -> DAY);

    @BeforeEach
    void parties() {
        db.update("INSERT INTO organisation (id, name, name_en, created_at) VALUES ('bureau', '局', 'Bureau', now())");
        db.update(
                "INSERT INTO organisation (id, name, name_en, created_at) VALUES ('operator', '司', 'Operator', now())");
        db.update("""
                INSERT INTO officer (id, user_name, display_name, organisation, roles, password_hash, created_at)
                VALUES ('zhou', 'zhou', '周', 'bureau', '{AGENCY}', '-', now())""");
        enter(contract("scenario", MandateKind.SCENARIO, null));
    }

    @Test
    void of_several_approvals_the_one_signed_last_counts_whatever_order_they_were_entered_or_stored_in() {
        for (String id : List.of("first", "second", "unsigned")) {
            enter(contract(id, MandateKind.GO_LIVE_APPROVAL, P37));
        }
        status("second", "SIGNED");
        status("first", "SIGNED");
        status("second", "SUSPENDED"); // a later change is no later signature
        status("second", "SIGNED");
        assertThat(ids()).containsExactly("scenario", "unsigned", "second", "first");
        db.update("UPDATE mandate SET document = 'moved' WHERE id = 'second'"); // a new place in the heap
        assertThat(ids()).containsExactly("scenario", "unsigned", "second", "first");
        assertThat(new Approvals(store, () -> DAY).inForce(P37))
                .map(Mandate::id)
                .contains(new MandateId("first"));
    }

    @Test
    void links_entered_while_all_are_read_are_seen_whole_or_not_at_all() throws InterruptedException {
        AtomicBoolean reading = new AtomicBoolean(true);
        Thread entering = Thread.ofPlatform().start(() -> {
            for (int n = 0; n < 200 && reading.get(); n++) {
                String id = "n" + n;
                database.transaction()
                        .executeWithoutResult(status -> enter(contract(id, MandateKind.GO_LIVE_APPROVAL, P37)));
            }
        });
        try {
            while (entering.isAlive()) {
                assertThat(store.all()).isNotEmpty();
            }
        } finally {
            reading.set(false);
            entering.join();
        }
    }

    private List<String> ids() {
        return store.all().stream().map(link -> link.id().value()).toList();
    }

    private void enter(Contract contract) {
        db.update(
                """
                INSERT INTO mandate (id, kind, grantor, grantee, contract, contract_hash, entered_by, entered_for)
                VALUES (?, ?, 'bureau', 'operator', ?, ?, 'zhou', 'bureau')
                """,
                contract.id().value(),
                contract.kind().name(),
                new String(contract.canonical(), StandardCharsets.UTF_8),
                contract.hash().hex());
        status(contract.id().value(), "ENTERED");
    }

    private void status(String mandate, String state) {
        db.update("""
                INSERT INTO mandate_status (mandate, state, at, legal_date, party, officer, reason)
                VALUES (?, ?, now(), DATE '2026-11-24', 'bureau', 'zhou', '')
                """, mandate, state);
    }

    private static Contract contract(
            String id, MandateKind kind, @org.jspecify.annotations.Nullable ProductCode product) {
        return new Contract(
                new MandateId(id),
                new Placement(kind, new MandateId(kind == MandateKind.SCENARIO ? "above" : "scenario"), product),
                new Parties(new PartyId("bureau"), new PartyId("operator")),
                "一",
                Scope.of(
                        List.of(new ItemScope(new ItemId("C07-01"), Choice.any(), Level.L3)),
                        Choice.any(),
                        Choice.any(),
                        Choice.any(),
                        Floor.ONE),
                Limits.of(Term.ofYears(LocalDate.of(2026, 1, 1), 1)));
    }
}

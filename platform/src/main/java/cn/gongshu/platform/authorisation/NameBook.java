package cn.gongshu.platform.authorisation;

import cn.gongshu.kernel.PartyId;
import cn.gongshu.mandate.Naming;
import cn.gongshu.mandate.Purpose;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.Map;

/** Names of parties and purposes for refusals, in memory: a door asks for them and must not wait for the database. */
@Component
class NameBook implements Naming {

    private final JdbcClient db;
    private final Map<Purpose, Name> purposes;
    private volatile Map<PartyId, Name> parties = Map.of();

    NameBook(JdbcClient db, Purposes purposes) {
        this.db = db;
        this.purposes = purposes.names();
    }

    /** Reads the register of organisations anew. */
    void reload() {
        Map<PartyId, Name> read = new HashMap<>();
        db.sql("SELECT id, name, name_en FROM organisation")
                .query((row, number) -> read.put(
                        new PartyId(row.getString("id")), new Name(row.getString("name"), row.getString("name_en"))))
                .list();
        parties = Map.copyOf(read);
    }

    @Override
    public Name purpose(Purpose purpose) {
        return purposes.getOrDefault(purpose, new Name(purpose.code(), purpose.code()));
    }

    @Override
    public Name party(PartyId party) {
        return parties.getOrDefault(party, new Name(party.value(), party.value()));
    }
}

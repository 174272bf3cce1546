package cn.gongshu.city;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.ZoneOffset;

/** Remembers in the database whether it is a demo's, and refuses to serve it as the other kind. */
@Component
public class InstallationMode {

    private final Mode mode;

    InstallationMode(JdbcClient db, Clock clock, @Value("${gongshu.mode}") Mode mode) {
        this.mode = mode;
        db.sql("INSERT INTO installation (mode, created_at) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(mode.stored(), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        String stored =
                db.sql("SELECT mode FROM installation").query(String.class).single();
        if (!stored.equals(mode.stored())) {
            throw new Sentence(
                    2,
                    "此数据库属于" + (mode == Mode.OFFICE ? "演示安装，serve 不接受演示账号。" : "正式安装，demo 不能使用。"),
                    "This database belongs to "
                            + (mode == Mode.OFFICE ? "a demo; serve refuses it." : "an office; demo refuses it."));
        }
    }

    public boolean demo() {
        return mode == Mode.DEMO;
    }
}

package cn.gongshu.platform;

import cn.gongshu.evidence.EvidenceLog;
import cn.gongshu.evidence.LogConfig;
import cn.gongshu.evidence.tree.Ed25519Signer;
import cn.gongshu.postgres.TestPostgres;
import cn.gongshu.postgres.TestPostgres.TestDatabase;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

import javax.sql.DataSource;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;

/** A fresh database with the platform's own tables, and what Spring would build on it. */
public record PlatformDatabase(DataSource source, DataSourceTransactionManager transactions) {

    public static PlatformDatabase fresh() {
        TestDatabase database = TestPostgres.shared().freshDatabase();
        DataSource source = new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password());
        Flyway.configure().dataSource(source).load().migrate();
        return new PlatformDatabase(source, new DataSourceTransactionManager(source));
    }

    public JdbcTemplate template() {
        return new JdbcTemplate(source);
    }

    public JdbcClient client() {
        return JdbcClient.create(source);
    }

    public TransactionTemplate transaction() {
        return new TransactionTemplate(transactions);
    }

    /** A log in an empty folder. */
    public static EvidenceLog log(Path folder) {
        Ed25519Signer signer = Ed25519Signer.generate("platform.example/test", new SecureRandom());
        return EvidenceLog.open(folder, LogConfig.usual(signer, Clock.systemUTC()));
    }
}

package cn.gongshu.city.keep;

import cn.gongshu.city.DataFolder;
import cn.gongshu.city.Options;
import cn.gongshu.city.Sentence;
import cn.gongshu.city.ServerSettings.DatabaseAddress;
import cn.gongshu.postgres.EmbeddedPostgres;
import cn.gongshu.postgres.EmbeddedPostgresConfig;
import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * An installation at rest: its data folder, held by nobody else, and its database.
 *
 * @param folder the data folder
 * @param database where its PostgreSQL answers
 * @param embedded the server started for it, or null if the office has its own
 */
record Installation(
        DataFolder folder,
        DatabaseAddress database,
        @Nullable EmbeddedPostgres embedded) implements AutoCloseable {

    private static final String POSTGRES = "postgres";

    /** Opens what is there; one sentence if there is nothing, or if a server is using it. */
    static Installation existing(Path data, Options options) {
        if (!Files.isDirectory(data.resolve("log"))) {
            throw new Sentence(2, "数据文件夹 " + data + " 中没有平台数据。", "There is no installation in folder " + data + ".");
        }
        if (!OfficeDatabase.named(options) && !Files.isDirectory(data.resolve(POSTGRES))) {
            throw new Sentence(
                    2,
                    "数据文件夹 " + data + " 没有内置数据库，请用 --database-url 指明数据库。",
                    "Folder " + data + " has no database of its own; name it with --database-url.");
        }
        return open(DataFolder.hold(data), options);
    }

    /** Opens the database of a folder that is held already; an embedded one is made if there is none. */
    static Installation open(DataFolder folder, Options options) {
        try {
            if (OfficeDatabase.named(options)) {
                return new Installation(folder, OfficeDatabase.address(options), null);
            }
            EmbeddedPostgres postgres = EmbeddedPostgres.start(EmbeddedPostgresConfig.at(folder.resolve(POSTGRES)));
            return new Installation(
                    folder, new DatabaseAddress(postgres.jdbcUrl(), postgres.user(), postgres.password()), postgres);
        } catch (RuntimeException failed) {
            folder.close();
            throw failed;
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    @Override
    public void close() {
        try (folder) {
            if (embedded != null) {
                embedded.close();
            }
        }
    }
}

package cn.gongshu.bench.call;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import javax.sql.DataSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The plainest lookup over HTTP that a Java programmer would write: Helidon on virtual threads, HikariCP, one row by its
 * primary key, JSON. Nobody is asked who they are, nothing is recorded.
 */
public final class BaselineServer {

    /** HikariCP's own choice. */
    static final int POOL = 10;

    static final String PASSWORD = "BASELINE_PASSWORD";

    private final DataSource database;

    private BaselineServer(DataSource database) {
        this.database = database;
    }

    /** Address of the database and a file to write the port into; the password comes by the environment. */
    public static void main(String[] args) throws IOException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(args[0]);
        config.setUsername(DemoDatabase.ROLE);
        config.setPassword(System.getenv(PASSWORD));
        config.setMaximumPoolSize(POOL);
        BaselineServer baseline = new BaselineServer(new HikariDataSource(config));
        WebServer server = WebServer.builder()
                .host("127.0.0.1")
                .port(0)
                .routing(routes -> routes.get("/rows/{id}", baseline::row))
                .build()
                .start();
        Path file = Path.of(args[1]);
        Path beside =
                Files.writeString(file.resolveSibling(file.getFileName() + ".new"), Integer.toString(server.port()));
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private void row(ServerRequest request, ServerResponse response) throws SQLException {
        String id = request.path().pathParameters().get("id");
        try (Connection connection = database.getConnection();
                PreparedStatement lookup = connection.prepareStatement(BaselineTable.LOOKUP)) {
            lookup.setString(1, id);
            try (ResultSet rows = lookup.executeQuery()) {
                if (!rows.next()) {
                    response.status(Status.NOT_FOUND_404).send();
                    return;
                }
                String json = "{\"id\":\"" + id + "\",\"data\":" + rows.getString(1) + "}";
                response.headers().contentType(MediaTypes.APPLICATION_JSON);
                response.send(json.getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}

package cn.gongshu.bench.call;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The demo's PostgreSQL as its data folder tells of it. The bench makes a database of its own on that server and never
 * touches the platform's.
 *
 * @param port on the loopback
 * @param password of the role {@value #ROLE}, which may create databases
 */
record DemoDatabase(int port, String password) {

    static final String ROLE = "gongshu";

    private static final Pattern PORT = Pattern.compile("(?m)^port = (\\d+)$");

    /** @param data data folder of the demo */
    static DemoDatabase in(Path data) {
        Path folder = data.resolve("postgres");
        try {
            Matcher port = PORT.matcher(Files.readString(folder.resolve("conf").resolve("postgresql.conf")));
            if (!port.find()) {
                throw new IllegalStateException("the server's settings name no port");
            }
            String password = Files.readString(folder.resolve("password")).strip();
            return new DemoDatabase(Integer.parseInt(port.group(1)), password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JDBC address of a database of this server. */
    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?sslmode=disable&gssEncMode=disable";
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), ROLE, password);
    }

    @Override
    public String toString() {
        return "DemoDatabase[" + port + "]";
    }
}

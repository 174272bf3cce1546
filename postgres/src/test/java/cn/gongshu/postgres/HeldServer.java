package cn.gongshu.postgres;

import cn.gongshu.kernel.Fault;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;

/** Main of a child process: holds a server and commits rows for ever, saying which, until it is killed. */
final class HeldServer {

    private HeldServer() {}

    public static void main(String[] arguments) throws Exception {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.start(EmbeddedPostgresConfig.at(Path.of(arguments[0])));
            System.out.println("pid " + server.pid());
            try (Connection connection = DataFolders.connect(server);
                    PreparedStatement insert = connection.prepareStatement("INSERT INTO kept VALUES (?)")) {
                for (int n = 2; ; n++) {
                    insert.setInt(1, n);
                    insert.executeUpdate();
                    System.out.println(n);
                }
            }
        } catch (Fault fault) {
            System.out.println(fault.getMessage());
        }
    }
}

package cn.gongshu.city;

import cn.gongshu.city.ServerSettings.DatabaseAddress;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Properties;

/** Tries the office's PostgreSQL before anything is started: what is wrong with it is said in one sentence. */
public final class DatabaseCheck {

    private static final String PREFIX = "jdbc:postgresql://";
    private static final String PATIENCE_SECONDS = "10";

    private DatabaseCheck() {}

    /** Returns when the database answers and lets the platform make its tables. */
    public static void mustAnswer(DatabaseAddress address) {
        if (!isAddress(address.url())) {
            throw new Sentence(
                    2,
                    "--database-url 须形如 jdbc:postgresql://主机:5432/数据库名。",
                    "--database-url must look like jdbc:postgresql://host:5432/database.");
        }
        Properties account = new Properties();
        account.setProperty("user", address.user());
        account.setProperty("password", address.password());
        account.setProperty("connectTimeout", PATIENCE_SECONDS);
        account.setProperty("loginTimeout", PATIENCE_SECONDS);
        try (Connection connection = DriverManager.getConnection(address.url(), account);
                Statement statement = connection.createStatement();
                ResultSet may = statement.executeQuery(
                        "SELECT coalesce(has_schema_privilege(current_schema(), 'CREATE'), false)")) {
            may.next();
            if (!may.getBoolean(1)) {
                throw new Sentence(
                        2,
                        "数据库用户 " + address.user() + " 不能在该库中建表，请让它成为该库的所有者。",
                        "Database user " + address.user()
                                + " may not make tables there; make it the database's owner.");
            }
        } catch (SQLException refused) {
            throw sentence(refused, address);
        }
    }

    private static boolean isAddress(String url) {
        if (!url.startsWith(PREFIX)) {
            return false;
        }
        try {
            URI uri = URI.create("postgresql://" + url.substring(PREFIX.length()));
            return uri.getHost() != null && uri.getPath().length() > 1;
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    /** By SQLSTATE, which says the same in every language of the server. */
    private static Sentence sentence(SQLException refused, DatabaseAddress address) {
        String state = Objects.requireNonNullElse(refused.getSQLState(), "");
        return switch (state) {
            case "28P01", "28000" ->
                new Sentence(
                        2,
                        "数据库不接受用户 " + address.user() + " 或其密码，请核对 --database-user 与 --database-password-file。",
                        "The database does not accept user " + address.user()
                                + " or the password; see --database-user and --database-password-file.");
            case "3D000" ->
                new Sentence(
                        2,
                        "没有这个数据库：" + address.url() + "，请先建库或更正 --database-url。",
                        "There is no such database: " + address.url() + "; create it or correct --database-url.");
            case "57P03" ->
                new Sentence(2, "数据库正在启动或停止，请稍后再试。", "The database is starting or stopping; try again soon.");
            case "53300" -> new Sentence(2, "数据库的连接已满。", "The database takes no more connections.");
            default ->
                state.startsWith("08")
                        ? new Sentence(
                                2,
                                "连不上数据库 " + address.url() + "，请确认它已启动、--database-url 无误。",
                                "Cannot reach the database " + address.url() + "; is it up, is --database-url right?")
                        : new Sentence(
                                2,
                                "数据库拒绝了连接（SQLSTATE " + state + "）。",
                                "The database refused the connection (SQLSTATE " + state + ").");
        };
    }
}

package cn.gongshu.city;

import java.nio.file.Path;
import java.util.Map;

/**
 * What one server process needs to start.
 *
 * @param mode demo or office
 * @param port main port on loopback; 0 takes a free one
 * @param data folder of journals, lake and keys
 * @param database where PostgreSQL answers
 * @param more further properties, such as the demo's fault switch
 */
public record ServerSettings(Mode mode, int port, Path data, DatabaseAddress database, Map<String, Object> more) {

    public ServerSettings(Mode mode, int port, Path data, DatabaseAddress database) {
        this(mode, port, data, database, Map.of());
    }

    /** JDBC address and account of a PostgreSQL. */
    public record DatabaseAddress(String url, String user, String password) {
        @Override
        public String toString() {
            return "DatabaseAddress[" + url + "]";
        }
    }
}

package cn.gongshu.city;

import java.nio.file.Path;

/**
 * What one server process needs to start.
 *
 * @param mode demo or office
 * @param port main port on loopback; 0 takes a free one
 * @param data folder of journals, lake and keys
 * @param database where PostgreSQL answers
 */
public record ServerSettings(Mode mode, int port, Path data, DatabaseAddress database) {

    /** JDBC address and account of a PostgreSQL. */
    public record DatabaseAddress(String url, String user, String password) {
        @Override
        public String toString() {
            return "DatabaseAddress[" + url + "]";
        }
    }
}

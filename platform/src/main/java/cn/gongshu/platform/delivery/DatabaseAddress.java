package cn.gongshu.platform.delivery;

import java.net.URI;

/**
 * Where PostgreSQL answers, read from its JDBC URL {@code jdbc:postgresql://host:port/database}.
 *
 * @param port 5432 where the URL names none
 */
record DatabaseAddress(String host, int port, String database) {

    private static final String PREFIX = "jdbc:postgresql://";
    private static final int USUAL_PORT = 5432;

    static DatabaseAddress of(String jdbcUrl) {
        if (!jdbcUrl.startsWith(PREFIX)) {
            throw new IllegalArgumentException("not a PostgreSQL address");
        }
        URI uri = URI.create("postgresql://" + jdbcUrl.substring(PREFIX.length()));
        String host = uri.getHost() == null ? "localhost" : uri.getHost();
        int port = uri.getPort() < 0 ? USUAL_PORT : uri.getPort();
        return new DatabaseAddress(host, port, uri.getPath().substring(1));
    }
}

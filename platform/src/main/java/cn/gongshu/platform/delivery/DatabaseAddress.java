package cn.gongshu.platform.delivery;

import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Where PostgreSQL answers, read from its JDBC URL {@code jdbc:postgresql://host:port/database?sslmode=…}, so that the
 * product door's client connects exactly as securely as JDBC does.
 *
 * @param port 5432 where the URL names none
 * @param sslMode as in libpq; {@code prefer} where the URL names none, which is JDBC's own default
 * @param rootCertificate PEM file of the authority to trust, or null for those the machine trusts
 */
record DatabaseAddress(
        String host,
        int port,
        String database,
        SslMode sslMode,
        @Nullable String rootCertificate) {

    private static final String PREFIX = "jdbc:postgresql://";
    private static final int USUAL_PORT = 5432;
    private static final String MODE = "sslmode";
    private static final String ROOT = "sslrootcert";

    /** Parameters that change nothing about who answers and who listens. */
    private static final Set<String> HARMLESS =
            Set.of("ApplicationName", "connectTimeout", "loginTimeout", "gssEncMode", "logServerErrorDetail");

    /** @throws IllegalArgumentException if the URL says something about the connection that the client cannot keep to */
    static DatabaseAddress of(String jdbcUrl) {
        if (!jdbcUrl.startsWith(PREFIX)) {
            throw new IllegalArgumentException("not a PostgreSQL address");
        }
        URI uri = URI.create("postgresql://" + jdbcUrl.substring(PREFIX.length()));
        Map<String, String> parameters = parameters(uri.getRawQuery());
        for (String name : parameters.keySet()) {
            if (!name.equals(MODE) && !name.equals(ROOT) && !HARMLESS.contains(name)) {
                throw new IllegalArgumentException("the product door cannot keep to the parameter " + name
                        + " of the database address; " + MODE + " and " + ROOT + " are understood");
            }
        }
        return new DatabaseAddress(
                uri.getHost() == null ? "localhost" : uri.getHost(),
                uri.getPort() < 0 ? USUAL_PORT : uri.getPort(),
                uri.getPath().substring(1),
                SslMode.of(parameters.getOrDefault(MODE, "prefer")),
                parameters.get(ROOT));
    }

    private static Map<String, String> parameters(@Nullable String query) {
        Map<String, String> parameters = new HashMap<>();
        if (query != null && !query.isEmpty()) {
            for (String pair : query.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                parameters.put(decoded(name), decoded(value));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** The client's options for this address. */
    PgConnectOptions options() {
        PgConnectOptions options = new PgConnectOptions()
                .setHost(host)
                .setPort(port)
                .setDatabase(database)
                .setSslMode(sslMode);
        return sslMode == SslMode.DISABLE ? options : options.setSslOptions(trust());
    }

    /** As libpq: {@code require} encrypts without asking who answers, {@code verify-…} asks. */
    private ClientSSLOptions trust() {
        ClientSSLOptions trust = new ClientSSLOptions()
                .setHostnameVerificationAlgorithm(sslMode == SslMode.VERIFY_FULL ? "HTTPS" : "")
                .setTrustAll(sslMode != SslMode.VERIFY_CA && sslMode != SslMode.VERIFY_FULL);
        return rootCertificate == null
                ? trust
                : trust.setTrustOptions(new PemTrustOptions().addCertPath(rootCertificate));
    }
}

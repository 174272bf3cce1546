package cn.gongshu.city.demo;

import cn.gongshu.city.CityServer;
import cn.gongshu.city.DataFolder;
import cn.gongshu.city.Mode;
import cn.gongshu.city.Ports;
import cn.gongshu.city.ServerSettings;
import cn.gongshu.city.ServerSettings.DatabaseAddress;
import cn.gongshu.evidence.files.FileLayer;
import cn.gongshu.platform.access.Accounts;
import cn.gongshu.platform.http.SecretFile;
import cn.gongshu.platform.supply.ItemLoads;
import cn.gongshu.postgres.EmbeddedPostgres;
import cn.gongshu.postgres.EmbeddedPostgresConfig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The demo's server: embedded PostgreSQL and the platform on one data folder. */
final class DemoServer implements AutoCloseable {

    static final String SETUP_CODE_FILE = "setup-code";

    /** Folder of the embedded database in the data folder. */
    static final String DATABASE = "postgres";

    private final EmbeddedPostgres postgres;
    private final CityServer server;
    private final SyntheticFeed feed;

    private DemoServer(EmbeddedPostgres postgres, CityServer server, SyntheticFeed feed) {
        this.postgres = postgres;
        this.server = server;
        this.feed = feed;
    }

    /**
     * How a demo's server is started beside its folder.
     *
     * @param date legal date it stays on; empty follows the clock
     * @param fault fault switch of the log
     */
    record Choices(int port, int people, Optional<LocalDate> date, String fault) {

        Choices with(int otherPeople) {
            return new Choices(port, otherPeople, date, fault);
        }

        Map<String, Object> properties() {
            Map<String, Object> properties = new HashMap<>(Map.of("gongshu.log-fault", fault));
            date.ifPresent(pinned -> properties.put("gongshu.legal-date", pinned.toString()));
            return properties;
        }
    }

    static DemoServer start(DataFolder folder, Choices choices) {
        Ports.mustBeFree(choices.port);
        EmbeddedPostgres postgres = EmbeddedPostgres.start(EmbeddedPostgresConfig.at(folder.resolve(DATABASE)));
        try {
            DatabaseAddress database = new DatabaseAddress(postgres.jdbcUrl(), postgres.user(), postgres.password());
            CityServer server = CityServer.start(
                    new ServerSettings(Mode.DEMO, choices.port, folder.root(), database, choices.properties()));
            SyntheticFeed feed = SyntheticFeed.start(server.bean(ItemLoads.class), choices.people, System.out);
            server.bean(Accounts.class).newSetupCode().ifPresent(code -> keep(folder.resolve(SETUP_CODE_FILE), code));
            return new DemoServer(postgres, server, feed);
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    /** How the log's bytes reach the disk. */
    FileLayer logFiles() {
        return server.bean(FileLayer.class);
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        feed.close();
        server.close();
        postgres.close();
    }

    private static void keep(Path file, String code) {
        try {
            SecretFile.put(file, code.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package cn.gongshu.city.demo;

import cn.gongshu.city.CityServer;
import cn.gongshu.city.Mode;
import cn.gongshu.city.MovableClock;
import cn.gongshu.city.ServerSettings;
import cn.gongshu.city.ServerSettings.DatabaseAddress;
import cn.gongshu.city.TimedServer;
import cn.gongshu.platform.access.Accounts;
import cn.gongshu.platform.evidence.Projections;
import cn.gongshu.platform.supply.ItemLoads;
import cn.gongshu.postgres.TestPostgres;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A city of this JVM in which every act of the story has been played, small, for all tests that need a living one. */
record PlayedCity(CityServer server, World world, List<String> failed) {

    static final int PEOPLE = 2_000;

    private static @Nullable PlayedCity shared;

    /** Started and played on first use; it runs until the JVM ends. */
    static synchronized PlayedCity shared() {
        PlayedCity city = shared;
        if (city == null) {
            city = played();
            shared = city;
        }
        return city;
    }

    private static PlayedCity played() {
        Unplayed city = unplayed();
        World world = new World(city.folder, new Caller(city.baseUrl()), new SecureRandom(), PEOPLE);
        return new PlayedCity(city.server, world, play(world));
    }

    /** A city before the first act, with the feed waiting and the set-up code in its folder. */
    record Unplayed(CityServer server, Path folder) implements AutoCloseable {

        String baseUrl() {
            return "http://127.0.0.1:" + server.port();
        }

        @Override
        public void close() {
            server.close();
        }
    }

    static Unplayed unplayed() {
        try {
            Path folder = Files.createTempDirectory("gongshu-story");
            TestPostgres.TestDatabase database = TestPostgres.shared().freshDatabase();
            DatabaseAddress address = new DatabaseAddress(database.jdbcUrl(), database.user(), database.password());
            CityServer server = TimedServer.start(new ServerSettings(Mode.DEMO, 0, folder, address, Map.of()));
            SyntheticFeed.start(server.bean(ItemLoads.class), PEOPLE, System.out);
            String code = server.bean(Accounts.class).newSetupCode().orElseThrow();
            Files.writeString(folder.resolve(DemoServer.SETUP_CODE_FILE), code);
            return new Unplayed(server, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs something while the machine's clock is off by so much. */
    void whileClockIsOff(Duration off, Runnable something) {
        MovableClock clock = (MovableClock) server.bean(Clock.class);
        clock.move(off);
        try {
            something.run();
        } finally {
            clock.move(Duration.ZERO);
        }
    }

    /** Plays the acts in order and tells those that did not hold; what follows a failed act is not tried. */
    private static List<String> play(World world) {
        List<String> failed = new ArrayList<>();
        for (Step step : Story.steps().stream().filter(step -> !step.check()).toList()) {
            Step.Got got = step.play().apply(world);
            if (!got.held()) {
                failed.add(step.id() + ": expected " + step.expected() + ", got " + got.words());
                break;
            }
            world.played(step.id());
        }
        return failed;
    }

    JdbcClient db() {
        return server.bean(JdbcClient.class);
    }

    /** Uses and refusals on record, the log projected to its end. */
    long onRecord() {
        server.bean(Projections.class).catchUp();
        return db().sql("SELECT count(*) FROM use_record").query(Long.class).single();
    }

    /** Uses counted on a link, the log projected to its end. */
    long used(String link) {
        server.bean(Projections.class).catchUp();
        return db().sql("SELECT used FROM quota_count WHERE mandate = ?")
                .param(link)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** Both doors: the relay on the main port, and the product door's own. */
    List<Caller> doors() {
        return List.of(world.caller(), world.caller().next());
    }

    String key(String subscription) {
        return world.key(subscription);
    }
}

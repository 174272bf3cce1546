package cn.gongshu.city.demo;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.lake.LakeSnapshot;
import cn.gongshu.lake.Loaded;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class SyntheticFeedTest {

    private static final Outcome<Loaded> TAKEN =
            Outcome.done(new Loaded(new LakeSnapshot(1, "load", Instant.EPOCH, 1, 1), false));

    @Test
    void a_delivery_that_is_refused_or_fails_is_told_and_the_next_ones_are_brought() {
        List<ItemId> taken = new ArrayList<>();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        SyntheticFeed feed = new SyntheticFeed(
                (item, _, _) -> switch (item.value()) {
                    case "C07-01" -> Outcome.refused(Refusal.of(ErrorCode.ROW_INVALID));
                    case "C07-02" -> throw new IllegalArgumentException("C07-02 has a table with other columns");
                    default -> {
                        taken.add(item);
                        yield TAKEN;
                    }
                },
                new PrintStream(said, true, StandardCharsets.UTF_8));
        feed.bringAll(PlayedCity.PEOPLE);
        assertThat(said.toString(StandardCharsets.UTF_8).lines())
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).contains("not loaded: C07-01 ROW_INVALID"),
                        line -> assertThat(line).contains("not loaded: C07-02 INTERNAL", "other columns"));
        assertThat(taken).extracting(ItemId::value).contains("C05-01", "C13-04", "C14-01");
    }

    @Test
    void a_feed_that_was_closed_brings_nothing_and_says_nothing() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        SyntheticFeed feed = new SyntheticFeed(
                (_, _, _) -> {
                    throw new IllegalStateException("the database is gone");
                },
                new PrintStream(said, true, StandardCharsets.UTF_8));
        feed.close();
        feed.bringAll(PlayedCity.PEOPLE);
        assertThat(said.size()).isZero();
    }
}

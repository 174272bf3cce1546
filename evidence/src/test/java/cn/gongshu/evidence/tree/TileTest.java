package cn.gongshu.evidence.tree;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.SplittableRandom;

import static org.assertj.core.api.Assertions.assertThat;

class TileTest {

    @Test
    void paths_are_those_of_c2sp() {
        assertThat(new Tile(0, 0, 256).path()).isEqualTo("tile/0/000");
        assertThat(new Tile(0, 999, 1).path()).isEqualTo("tile/0/999.p/1");
        assertThat(new Tile(1, 1000, 256).path()).isEqualTo("tile/1/x001/000");
        assertThat(new Tile(0, 1234067, 255).path()).isEqualTo("tile/0/x001/x234/067.p/255");
    }

    @Test
    void a_path_leads_back_to_its_tile_and_no_other_spelling_does() {
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < 1000; i++) {
            Tile tile =
                    new Tile(random.nextInt(8), random.nextLong(1L << random.nextInt(1, 59)), 1 + random.nextInt(256));
            assertThat(Tile.at(tile.path())).isEqualTo(tile);
        }
        for (String path : List.of(
                "tile/0/x000/001",
                "tile/0/1",
                "tile/00/001",
                "tile/8/001",
                "tile/0/001.p/0",
                "tile/0/001.p/256",
                "tile/0/001.p/01",
                "tile/0/001/",
                "/tile/0/001",
                "tile/0/x999/x999/x999/x999/x999/x999/999",
                "tile/0/x999/x999/x999/x999/x999/999.p/2/",
                "tile/entries/000")) {
            assertThat(Tile.at(path)).as(path).isNull();
        }
    }

    @Test
    void a_tree_has_the_tiles_its_size_allows() {
        assertThat(Tile.partial(0, 256)).isNull();
        assertThat(Tile.partial(1, 256)).isEqualTo(new Tile(1, 0, 1));
        assertThat(Tile.partial(0, 70000)).isEqualTo(new Tile(0, 273, 112));
        assertThat(new Tile(0, 1, 44).within(300)).isTrue();
        assertThat(new Tile(0, 1, 45).within(300)).isFalse();
        assertThat(new Tile(0, 999_999_999_999_999_999L, 256).within(Long.MAX_VALUE))
                .isFalse();
        assertThat(new Tile(2, 0, 1).within(65535)).isFalse();
    }
}

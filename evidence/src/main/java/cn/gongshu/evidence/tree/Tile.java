package cn.gongshu.evidence.tree;

import org.jspecify.annotations.Nullable;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Address of a tile of C2SP tlog-tiles: up to 256 neighbouring hashes of one level. Hash i of tile (level, index) is the
 * subtree (8·level, 256·index + i) of the tree.
 *
 * @param level 0 to 7; tile level 1 stands 8 levels above the leaves
 * @param index place among the tiles of the level, from 0
 * @param width hashes in it: 256, or fewer at the right edge
 */
public record Tile(int level, long index, int width) {

    /** Hashes in a whole tile. */
    public static final int FULL = 256;

    /** Levels of the tree between two tile levels. */
    public static final int HEIGHT = 8;

    private static final int MAX_LEVEL = 7;
    private static final Pattern PATH =
            Pattern.compile("tile/([0-7])/((?:x\\d{3}/){0,5}\\d{3})(?:\\.p/([1-9]\\d{0,2}))?");

    public Tile {
        if (level < 0 || level > MAX_LEVEL || index < 0 || width < 1 || width > FULL) {
            throw new IllegalArgumentException("no such tile");
        }
    }

    /** The tile at a path such as {@code tile/0/x001/234.p/5}, or null if the path is not a tile's. */
    public static @Nullable Tile at(String path) {
        Matcher match = PATH.matcher(path);
        if (!match.matches()) {
            return null;
        }
        String partial = match.group(3);
        int width = partial == null ? FULL : Integer.parseInt(partial);
        if (partial != null && width >= FULL) {
            return null;
        }
        long index = Long.parseLong(match.group(2).replace("x", "").replace("/", ""));
        Tile tile = new Tile(Integer.parseInt(match.group(1)), index, width);
        return tile.path().equals(path) ? tile : null;
    }

    /** The last tile of a level in a tree of {@code size} leaves if it is not whole, else null. */
    public static @Nullable Tile partial(int level, long size) {
        long hashes = hashes(level, size);
        int width = (int) (hashes % FULL);
        return width == 0 ? null : new Tile(level, hashes / FULL, width);
    }

    /** How many hashes a tile level has in a tree of {@code size} leaves. */
    public static long hashes(int level, long size) {
        return size >>> (HEIGHT * level);
    }

    /** Whether all its hashes are those of a tree of {@code size} leaves. */
    public boolean within(long size) {
        long hashes = hashes(level, size);
        return hashes >= width && index <= (hashes - width) / FULL;
    }

    public boolean whole() {
        return width == FULL;
    }

    /** The whole tile at this place. */
    public Tile full() {
        return new Tile(level, index, FULL);
    }

    public int bytes() {
        return width * Hash.BYTES;
    }

    /** Path of the tile below the log's address. */
    public String path() {
        return whole() ? wholePath() : partialsPath() + "/" + width;
    }

    /** Path of the folder of the partial tiles at this place. */
    public String partialsPath() {
        return wholePath() + ".p";
    }

    private String wholePath() {
        StringBuilder path = new StringBuilder(three(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            path.insert(0, "x" + three(rest % 1000) + "/");
        }
        return "tile/" + level + "/" + path;
    }

    private static String three(long digits) {
        return digits < 10 ? "00" + digits : digits < 100 ? "0" + digits : Long.toString(digits);
    }
}

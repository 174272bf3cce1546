package cn.gongshu.evidence.verify;

import cn.gongshu.evidence.tree.Hash;
import cn.gongshu.evidence.tree.Hasher;
import cn.gongshu.evidence.tree.NodeSource;
import cn.gongshu.evidence.tree.Tile;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The tree of one size as its public tiles tell it. Holds at most {@value #CACHED} tiles. For one thread. */
final class TiledTree implements NodeSource {

    private static final int CACHED = 64;

    private final LogSource source;
    private final long size;
    private final Hasher hasher = new Hasher();
    private final Map<String, byte[]> cache = new LinkedHashMap<>(16, 0.75f, true);

    TiledTree(LogSource source, long size) {
        this.source = source;
        this.size = size;
    }

    @Override
    public Hash node(int level, long index) throws IOException {
        int height = level % Tile.HEIGHT;
        long first = index << height;
        byte[] tile = tile(level / Tile.HEIGHT, first / Tile.FULL);
        return fold(tile, (int) (first % Tile.FULL), 1 << height);
    }

    /** Root over {@code count} neighbouring hashes of a tile, a power of two. */
    private Hash fold(byte[] tile, int from, int count) {
        if (count == 1) {
            return Hash.copyOf(tile, from * Hash.BYTES);
        }
        int half = count / 2;
        return hasher.node(fold(tile, from, half), fold(tile, from + half, half));
    }

    /** Finds every whole tile again as the one hash above it; says which it does not. */
    void checkTiles() throws IOException {
        for (int level = 0; Tile.hashes(level, size) > 0; level++) {
            long hashes = Tile.hashes(level, size);
            for (long index = 0; index < hashes / Tile.FULL; index++) {
                Hash here = fold(tile(level, index), 0, Tile.FULL);
                if (!here.equals(node((level + 1) * Tile.HEIGHT, index))) {
                    String path = new Tile(level, index, Tile.FULL).path();
                    throw new NotProven("瓦片 " + path + " 与上一层不符", "tile " + path + " does not fit the level above");
                }
            }
            if (hashes % Tile.FULL > 0) {
                tile(level, hashes / Tile.FULL);
            }
        }
    }

    private byte[] tile(int level, long index) throws IOException {
        long hashes = Tile.hashes(level, size) - index * Tile.FULL;
        Tile tile = new Tile(level, index, (int) Math.min(hashes, Tile.FULL));
        byte[] known = cache.get(tile.path());
        if (known == null) {
            known = fetch(tile);
            cache.put(tile.path(), known);
            if (cache.size() > CACHED) {
                cache.remove(cache.keySet().iterator().next());
            }
        }
        return known;
    }

    /** A partial tile may have given way to the whole one, which begins with it. */
    private byte[] fetch(Tile tile) throws IOException {
        byte[] content = source.read(tile.path());
        Tile given = tile;
        if (content == null && !tile.whole()) {
            given = tile.full();
            content = source.read(given.path());
        }
        if (content == null) {
            throw new NotProven("缺少瓦片 " + tile.path(), "tile " + tile.path() + " is missing");
        }
        if (content.length != given.bytes()) {
            throw new NotProven(
                    "瓦片 " + given.path() + " 长度为 " + content.length + " 字节，应为 " + given.bytes(),
                    "tile " + given.path() + " has " + content.length + " bytes, not " + given.bytes());
        }
        return content;
    }
}

package cn.gongshu.evidence;

import cn.gongshu.evidence.files.FileLayer;
import cn.gongshu.evidence.tree.Hash;
import cn.gongshu.evidence.tree.Tile;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** Writes tiles as files, derived from the hash file. For one thread. */
final class TileFiles {

    private final FileLayer files;
    private final Path directory;
    private final HashFile hashes;
    private final Set<Path> unforced = new LinkedHashSet<>();

    TileFiles(FileLayer files, Path directory, HashFile hashes) {
        this.files = files;
        this.directory = directory;
        this.hashes = hashes;
    }

    /** Writes the whole tiles of a tree of {@code size} leaves that are not there. */
    void heal(long size) throws IOException {
        for (int level = 0; Tile.hashes(level, size) > 0; level++) {
            for (long index = 0; index < Tile.hashes(level, size) / Tile.FULL; index++) {
                Tile tile = new Tile(level, index, Tile.FULL);
                if (!files.exists(directory.resolve(tile.path()))) {
                    write(tile);
                }
            }
        }
    }

    /** Writes what a tree of {@code to} leaves has more than one of {@code from}, and its partial tiles. */
    void extend(long from, long to) throws IOException {
        for (int level = 0; Tile.hashes(level, to) > 0; level++) {
            long first = Tile.hashes(level, from) / Tile.FULL;
            for (long index = first; index < Tile.hashes(level, to) / Tile.FULL; index++) {
                Tile tile = new Tile(level, index, Tile.FULL);
                write(tile);
                dropPartials(tile);
            }
            Tile partial = Tile.partial(level, to);
            if (partial != null) {
                write(partial);
            }
        }
    }

    /** Makes everything written since the last call survive. */
    void force() throws IOException {
        files.forceNames(unforced);
        unforced.clear();
    }

    /** Content of a tile that lies within what was appended. */
    byte[] content(Tile tile) throws IOException {
        if (tile.level() == 0) {
            return hashes.leaves(tile.index() * Tile.FULL, tile.width());
        }
        byte[] content = new byte[tile.bytes()];
        for (int i = 0; i < tile.width(); i++) {
            Hash hash = hashes.node(tile.level() * Tile.HEIGHT, tile.index() * Tile.FULL + i);
            hash.copyTo(content, i * Hash.BYTES);
        }
        return content;
    }

    private void write(Tile tile) throws IOException {
        Path file = directory.resolve(tile.path());
        Path folder = folder(file);
        if (!files.exists(folder)) {
            files.createDirectories(folder);
        }
        files.replace(file, content(tile));
        unforced.add(file);
    }

    /** A whole tile stands for all its parts, so C2SP lets the parts go. */
    private void dropPartials(Tile tile) throws IOException {
        Path folder = directory.resolve(tile.partialsPath());
        for (String width : files.list(folder)) {
            Path partial = folder.resolve(width);
            files.delete(partial);
            unforced.remove(partial);
        }
        files.delete(folder);
    }

    private static Path folder(Path file) {
        @Nullable Path parent = file.getParent();
        return parent == null ? file : parent;
    }
}

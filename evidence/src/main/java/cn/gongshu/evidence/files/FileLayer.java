package cn.gongshu.evidence.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * Every file operation of the evidence log. What survives a power loss is said with each operation; anything not said is
 * not promised. Implementations may be used by several threads.
 */
public interface FileLayer {

    /** The file system of this machine. */
    static FileLayer real() {
        return new RealFileLayer();
    }

    /** Opens for appending, creating the file if missing. Its name survives once {@link #forceName} returned. */
    AppendFile append(Path file) throws IOException;

    /** Opens an existing file for reading, what was appended but not forced included. */
    ReadFile read(Path file) throws IOException;

    boolean exists(Path file) throws IOException;

    /** Names in {@code directory}, sorted; empty if there is none. */
    List<String> list(Path directory) throws IOException;

    /** Makes the directory and its parents; they survive. */
    void createDirectories(Path directory) throws IOException;

    /**
     * Puts a whole file in place of another: a reader sees the old or the new one, never a part. After a power loss it may
     * be the old one, the new one, empty or missing, unless {@link #forceName} returned.
     */
    void replace(Path file, byte[] content) throws IOException;

    /** Makes the name survive and, if the file was put there by {@link #replace}, its content. */
    void forceName(Path file) throws IOException;

    /** The same for many files at once. */
    default void forceNames(Collection<Path> files) throws IOException {
        for (Path file : files) {
            forceName(file);
        }
    }

    /** Removes a file or an empty directory if it is there. */
    void delete(Path file) throws IOException;

    /**
     * Takes the file as this process's own until closed; creates it if missing.
     *
     * @throws IOException if another process, or another part of this one, has it
     */
    Closeable lock(Path file) throws IOException;
}

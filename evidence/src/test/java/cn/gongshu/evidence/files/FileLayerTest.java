package cn.gongshu.evidence.files;

import cn.gongshu.evidence.files.LossyFileLayer.Force;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What every file layer does, and what the lossy one loses. */
class FileLayerTest {

    @TempDir
    Path directory;

    static Stream<FileLayer> layers() {
        return Stream.of(FileLayer.real(), lossy(1, Force.HONEST), lossy(1, Force.MUTED));
    }

    private static LossyFileLayer lossy(long seed, Force force) {
        return new LossyFileLayer(new SplittableRandom(seed), force);
    }

    @ParameterizedTest
    @MethodSource("layers")
    void appended_bytes_are_read_at_once_forced_or_not(FileLayer layer) throws IOException {
        Path file = directory.resolve("a");
        try (AppendFile out = layer.append(file);
                ReadFile in = layer.read(file)) {
            write(out, "hello ");
            out.force();
            layer.forceName(file);
            write(out, "world");
            assertThat(out.size()).isEqualTo(11);
            assertThat(in.size()).isEqualTo(11);
            assertThat(in.exactly(4, 5)).asString(StandardCharsets.UTF_8).isEqualTo("o wor");
            assertThat(in.read(11, new byte[3], 0, 3)).isZero();
            assertThatThrownBy(() -> in.exactly(8, 4)).isInstanceOf(EOFException.class);
            out.truncate(8);
            write(out, "!");
            assertThat(in.exactly(0, 9)).asString(StandardCharsets.UTF_8).isEqualTo("hello wo!");
            out.truncate(2);
            write(out, "y");
            assertThat(in.exactly(0, 3)).asString(StandardCharsets.UTF_8).isEqualTo("hey");
        }
    }

    @ParameterizedTest
    @MethodSource("layers")
    void files_are_replaced_whole_listed_sorted_and_deleted(FileLayer layer) throws IOException {
        Path folder = directory.resolve("x/y");
        layer.createDirectories(folder);
        layer.createDirectories(folder);
        layer.replace(folder.resolve("b"), new byte[] {1, 2});
        layer.replace(folder.resolve("a"), new byte[] {3});
        layer.replace(folder.resolve("b"), new byte[] {4});
        assertThat(layer.list(folder)).containsExactly("a", "b");
        assertThat(layer.exists(folder.resolve("a"))).isTrue();
        try (ReadFile file = layer.read(folder.resolve("b"))) {
            assertThat(file.exactly(0, (int) file.size())).containsExactly(4);
        }
        layer.forceNames(List.of(folder.resolve("a"), folder.resolve("b")));
        assertThat(layer.list(folder)).containsExactly("a", "b");
        layer.delete(folder.resolve("a"));
        layer.delete(folder.resolve("b"));
        layer.delete(folder);
        layer.delete(folder);
        assertThat(layer.list(folder)).isEmpty();
        assertThatThrownBy(() -> layer.read(folder.resolve("a"))).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @MethodSource("layers")
    void a_lock_is_held_once(FileLayer layer) throws IOException {
        Path file = directory.resolve("lock");
        Closeable held = layer.lock(file);
        assertThatThrownBy(() -> layer.lock(file)).isInstanceOf(IOException.class);
        held.close();
        layer.lock(file).close();
    }

    @Test
    void a_crash_keeps_what_was_forced_and_at_most_a_piece_of_the_rest() throws IOException {
        for (int seed = 0; seed < 200; seed++) {
            LossyFileLayer layer = lossy(seed, Force.HONEST);
            Path file = directory.resolve("f" + seed);
            AppendFile out = layer.append(file);
            write(out, "forced");
            out.force();
            layer.forceName(file);
            write(out, "lost".repeat(500));
            LossyFileLayer.Losses losses = layer.crash();
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).startsWith("forced");
            assertThat(Files.size(file) + losses.bytes()).isEqualTo(6 + 2000);
            assertThatThrownBy(() -> write(out, "x")).hasMessage("the power is gone");
            assertThatThrownBy(() -> layer.exists(file)).hasMessage("the power is gone");
        }
    }

    @Test
    void a_crash_takes_names_and_replacements_that_were_not_forced() throws IOException {
        boolean kept = false;
        boolean lost = false;
        for (int seed = 0; seed < 50; seed++) {
            LossyFileLayer layer = lossy(seed, Force.HONEST);
            Path unnamed = directory.resolve("u" + seed);
            Path replaced = directory.resolve("r" + seed);
            Files.writeString(replaced, "old");
            AppendFile out = layer.append(unnamed);
            write(out, "x");
            out.force();
            layer.replace(replaced, new byte[] {'n', 'e', 'w'});
            layer.crash();
            assertThat(unnamed).doesNotExist();
            assertThat(Files.readString(replaced)).isIn("old", "new", "");
            kept |= Files.readString(replaced).equals("new");
            lost |= !Files.readString(replaced).equals("new");
        }
        assertThat(kept && lost).isTrue();
    }

    @Test
    void a_process_that_is_killed_leaves_what_was_forced_and_with_muted_force_nothing() throws IOException {
        LossyFileLayer honest = lossy(1, Force.HONEST);
        AppendFile out = honest.append(directory.resolve("h"));
        write(out, "forced");
        out.force();
        write(out, "unforced");
        AppendFile muted = lossy(1, Force.MUTED).append(directory.resolve("m"));
        write(muted, "forced");
        muted.force();
        // Another reader sees what a killed process would leave.
        assertThat(directory.resolve("h")).hasContent("forced");
        assertThat(directory.resolve("m")).isEmptyFile();
    }

    private static void write(AppendFile out, String text) throws IOException {
        out.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }
}

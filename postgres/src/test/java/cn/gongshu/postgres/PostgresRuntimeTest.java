package cn.gongshu.postgres;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PostgresRuntimeTest {

    @TempDir
    Path temporary;

    @Test
    void twoThatUnpackAtOnceEndWithOneWholeServer() throws Exception {
        Path folder = temporary.resolve("runtime");
        try (var both = Executors.newFixedThreadPool(2)) {
            var first = both.submit(() -> PostgresRuntime.under(folder));
            var second = both.submit(() -> PostgresRuntime.under(folder));
            assertThat(first.get()).isEqualTo(second.get());
        }
        try (Stream<Path> entries = Files.list(folder)) {
            assertThat(entries.map(entry -> entry.getFileName().toString()))
                    .contains(".lock")
                    .filteredOn(name -> !name.equals(".lock"))
                    .singleElement()
                    .asString()
                    .startsWith("postgresql-18.");
        }
    }

    @Test
    void aServerWithHolesOrHalfUnpackedIsUnpackedAgain() throws Exception {
        Path folder = temporary.resolve("runtime");
        Path home = Files.createDirectories(folder.resolve(
                PostgresRuntime.under(RuntimeFolder.shared()).home().getFileName()));
        Files.writeString(home.resolve("unpacked-bytes"), "5");
        Files.createDirectory(folder.resolve(".unpacking"));
        assertThat(PostgresRuntime.under(folder).program("initdb")).isExecutable();
        assertThat(folder.resolve(".unpacking")).doesNotExist();
    }

    @Test
    void aFolderThatOthersCanWriteIsNotTrusted() throws Exception {
        Path folder = Files.createDirectory(temporary.resolve("runtime"));
        for (String open : List.of("rwxrwxr-x", "rwxr-xrwx")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(open));
            assertThatThrownBy(() -> PostgresRuntime.under(folder)).hasMessageContaining("cannot be written");
        }
    }
}

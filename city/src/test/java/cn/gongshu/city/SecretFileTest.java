package cn.gongshu.city;

import cn.gongshu.kernel.Fault;
import cn.gongshu.platform.http.SecretFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SecretFileTest {

    @TempDir
    Path folder;

    @Test
    void a_secret_is_made_once_and_its_file_and_folder_are_its_owners_alone() throws IOException {
        Path file = folder.resolve("keys").resolve("log.key");
        assertThat(SecretFile.readOrMake(file, () -> "first")).isEqualTo("first");
        assertThat(SecretFile.readOrMake(file, () -> "second")).isEqualTo("first");
        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(mode(folder.resolve("keys"))).isEqualTo("rwx------");
    }

    @Test
    void a_file_put_in_place_of_a_wider_one_is_its_owners_alone() throws IOException {
        Path file = Files.writeString(folder.resolve("demo-accounts.json"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        SecretFile.put(file, "new".getBytes(StandardCharsets.UTF_8));
        assertThat(file).hasContent("new");
        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(folder.resolve("demo-accounts.json.new")).doesNotExist();
    }

    @Test
    void an_empty_secret_is_refused_and_not_replaced() throws IOException {
        Path file = Files.createFile(folder.resolve("subjects.key"));
        assertThatThrownBy(() -> SecretFile.readOrMake(file, () -> "fresh"))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("subjects.key")
                .hasMessageContaining("restore it from a backup");
        assertThat(file).isEmptyFile();
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}

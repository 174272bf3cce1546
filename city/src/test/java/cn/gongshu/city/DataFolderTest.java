package cn.gongshu.city;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import static org.assertj.core.api.Assertions.assertThat;

class DataFolderTest {

    @TempDir
    Path root;

    @Test
    void the_folders_of_rows_keys_and_log_are_closed_to_other_accounts_also_those_that_were_open() throws IOException {
        Path lake = Files.createDirectory(root.resolve("lake"));
        Files.setPosixFilePermissions(lake, PosixFilePermissions.fromString("rwxr-xr-x"));
        DataFolder.closeToOthers(root);
        for (String name : new String[] {"lake", "temporary", "log", "keys"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve(name))))
                    .as(name)
                    .isEqualTo("rwx------");
        }
    }
}

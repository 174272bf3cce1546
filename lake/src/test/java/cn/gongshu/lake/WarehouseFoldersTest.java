package cn.gongshu.lake;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WarehouseFoldersTest {

    @TempDir
    Path temporary;

    @Test
    void everyNewFolderIsEnteredByItsOwnerAloneAndOneThatIsThereIsKept() throws IOException {
        Path table = temporary.resolve("lake").resolve("c07_01").resolve("data");
        assertThat(WarehouseFolders.make(table)).isEqualTo(table);
        assertThat(WarehouseFolders.make(table)).isDirectory();
        for (String made : new String[] {"lake", "lake/c07_01", "lake/c07_01/data"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temporary.resolve(made))))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void aFileInTheWayIsAnError() throws IOException {
        Files.createFile(temporary.resolve("lake"));
        assertThatThrownBy(() -> WarehouseFolders.make(temporary.resolve("lake").resolve("c07_01")))
                .isInstanceOf(IOException.class);
    }
}

package cn.gongshu.lake;

import org.apache.iceberg.exceptions.AlreadyExistsException;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.io.PositionOutputStream;
import org.apache.iceberg.io.SeekableInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WarehouseFilesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"local:///../outside", "local:///a/../../outside", "/etc/passwd", "file:///a", "s3://b/a"})
    void a_location_outside_the_warehouse_is_refused(String location) {
        WarehouseFiles files = new WarehouseFiles(folder.resolve("warehouse"));
        assertThatThrownBy(() -> files.newInputFile(location)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> files.deleteFile(location)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_is_written_is_read_from_any_position_and_a_file_is_not_written_twice() throws IOException {
        WarehouseFiles files = new WarehouseFiles(folder);
        String location = "local:///lake/t/metadata/a.json";
        assertThat(files.location(files.path(location))).isEqualTo(location);
        try (PositionOutputStream out = files.newOutputFile(location).create()) {
            out.write("0123456789".getBytes(StandardCharsets.US_ASCII));
            out.write('x');
            assertThat(out.getPos()).isEqualTo(11);
        }
        assertThatThrownBy(() -> files.newOutputFile(location).create()).isInstanceOf(AlreadyExistsException.class);
        assertThat(files.newInputFile(location).getLength()).isEqualTo(11);
        try (SeekableInputStream in = files.newInputFile(location).newStream()) {
            in.seek(9);
            assertThat(in.read()).isEqualTo('9');
            assertThat(in.getPos()).isEqualTo(10);
            assertThat(in.readAllBytes()).containsExactly('x');
            assertThat(in.read()).isEqualTo(-1);
        }
        files.deleteFile(location);
        assertThat(files.newInputFile(location).exists()).isFalse();
        assertThatThrownBy(() -> files.newInputFile(location).newStream()).isInstanceOf(NotFoundException.class);
    }
}

package cn.gongshu.lake;

import org.apache.iceberg.exceptions.RuntimeIOException;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files of the lake by locations that start at the warehouse, {@code local:///lake/c07_01/…}, so that nothing stored
 * names the folder the warehouse lies in.
 */
final class WarehouseFiles implements FileIO {
    private static final long serialVersionUID = 1L;

    /** Every location starts so; an engine with a local file system of its own uses the same form. */
    static final String SCHEME = "local:///";

    private final String root;

    WarehouseFiles(Path root) {
        this.root = root.toString();
    }

    /** The file a location stands for; a location that leads out of the warehouse is refused. */
    Path path(String location) {
        if (!location.startsWith(SCHEME)) {
            throw new IllegalArgumentException("not a location of the warehouse");
        }
        Path warehouse = Path.of(root);
        Path path = warehouse.resolve(location.substring(SCHEME.length())).normalize();
        if (!path.startsWith(warehouse)) {
            throw new IllegalArgumentException("a location leads out of the warehouse");
        }
        return path;
    }

    /** The location of a file inside the warehouse. */
    String location(Path path) {
        return SCHEME + Path.of(root).relativize(path);
    }

    @Override
    public InputFile newInputFile(String location) {
        return new WarehouseInput(location, path(location));
    }

    @Override
    public OutputFile newOutputFile(String location) {
        return new WarehouseOutput(location, path(location));
    }

    @Override
    public void deleteFile(String location) {
        try {
            Files.deleteIfExists(path(location));
        } catch (IOException e) {
            throw new RuntimeIOException(e);
        }
    }
}

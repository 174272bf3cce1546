package cn.gongshu.bench;

import cn.gongshu.city.Sentence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that goes when the bench is done.
 *
 * @param path where it is
 */
public record TemporaryFolder(Path path) implements AutoCloseable {

    public static TemporaryFolder make() {
        try {
            return new TemporaryFolder(Files.createTempDirectory("gongshu-bench"));
        } catch (IOException e) {
            throw new Sentence(2, "临时文件夹不可写。", "The temporary folder cannot be written.");
        }
    }

    @Override
    public void close() {
        try (Stream<Path> inside = Files.walk(path)) {
            List<Path> deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new Sentence(2, "临时文件夹 " + path + " 未能删除。", "The temporary folder cannot be deleted.");
        }
    }
}

package cn.gongshu.evidence;

import cn.gongshu.evidence.files.FileLayer;
import cn.gongshu.evidence.files.ReadFile;
import cn.gongshu.evidence.tree.Hash;
import cn.gongshu.evidence.tree.Hasher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Up to where the derived files are known to survive. Without it, or with one that cannot be read, they are made again.
 *
 * @param size number of entries
 * @param root root over them
 */
record Mark(long size, Hash root) {

    private static final int MAX_BYTES = 128;

    /** Where nothing is known. */
    static Mark none() {
        return new Mark(0, new Hasher().empty());
    }

    static Mark read(FileLayer files, Path path) throws IOException {
        if (!files.exists(path)) {
            return none();
        }
        try (ReadFile file = files.read(path)) {
            String[] words = new String(file.exactly(0, (int) Math.min(file.size(), MAX_BYTES)), StandardCharsets.UTF_8)
                    .strip()
                    .split(" ", 2);
            return words.length == 2 ? new Mark(Long.parseLong(words[0]), Hash.base64(words[1])) : none();
        } catch (IllegalArgumentException torn) {
            return none();
        }
    }

    void write(FileLayer files, Path path) throws IOException {
        files.replace(path, (size + " " + root.base64() + "\n").getBytes(StandardCharsets.UTF_8));
        files.forceName(path);
    }
}

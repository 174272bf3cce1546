package cn.gongshu.evidence.verify;

import cn.gongshu.evidence.LogPlace;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** A log in a folder of this machine. */
record DirectorySource(Path directory) implements LogSource {

    @Override
    public byte @Nullable [] read(String path) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new NotDirectoryException(directory.toString());
        }
        try (InputStream in = Files.newInputStream(directory.resolve(path))) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IOException(path + " is longer than " + MAX_BYTES + " bytes");
            }
            return bytes;
        } catch (NoSuchFileException missing) {
            return null;
        }
    }

    @Override
    public @Nullable Path journal() {
        Path journal = new LogPlace(directory).journal();
        return Files.isDirectory(journal) ? journal : null;
    }
}

package cn.gongshu.evidence;

import cn.gongshu.evidence.files.FileLayer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Names of segment files: the index of the first entry in 12 digits. */
final class SegmentName {

    private static final Pattern DATA = Pattern.compile("\\d{12}\\.seg");

    private SegmentName() {}

    static Path data(Path directory, long first) {
        return directory.resolve(digits(first) + ".seg");
    }

    /** The offsets of a closed segment's frames, four bytes each; derived from it. */
    static Path offsets(Path directory, long first) {
        return directory.resolve(digits(first) + ".idx");
    }

    /** First indexes of the segments in a directory, ascending. */
    static List<Long> firsts(FileLayer files, Path directory) throws IOException {
        return files.list(directory).stream()
                .filter(name -> DATA.matcher(name).matches())
                .map(name -> Long.valueOf(name.substring(0, 12)))
                .toList();
    }

    private static String digits(long first) {
        String digits = Long.toString(first);
        return "0".repeat(12 - digits.length()) + digits;
    }
}

package cn.gongshu.city.keep;

import cn.gongshu.city.Options;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/** A backup in a process of its own that dies, as by a power cut, before it copies the part it is told. */
public final class HaltedBackup {

    public static final int KILLED = 137;

    private HaltedBackup() {}

    /** Data folder, backup folder, part. */
    public static void main(String[] words) throws Exception {
        Options options = new Options(Map.of(), Set.of());
        try (Installation installation = Installation.existing(Path.of(words[0]), options)) {
            new Backup(installation, Path.of(words[1]), Clock.systemUTC(), part -> {
                        if (part.equals(words[2])) {
                            Runtime.getRuntime().halt(KILLED);
                        }
                    })
                    .make();
        }
    }
}

package cn.gongshu.city.demo;

import cn.gongshu.city.DataFolder;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Keeps the size of the synthetic city in its data folder: a city that was loaded does not change its size. */
final class Scale {

    /** Name of the file it stands in. */
    static final String FILE = "demo-scale";

    private Scale() {}

    /** The size that holds, kept at the first start; says so when another was asked for. */
    static int kept(DataFolder folder, int people, Optional<String> asked, PrintStream out) {
        Path file = folder.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, people + "\n");
                return people;
            }
            int kept = Integer.parseInt(Files.readString(file).strip());
            if (asked.isPresent() && kept != people) {
                out.println("此数据文件夹按 --scale " + kept + " 建立，仍按此数。  This folder was made with --scale " + kept
                        + "; that stays.");
            }
            return kept;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

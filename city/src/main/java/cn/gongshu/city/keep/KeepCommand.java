package cn.gongshu.city.keep;

import cn.gongshu.city.Options;
import cn.gongshu.city.Sentence;
import org.flywaydb.core.api.FlywayException;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code backup DIR} and {@code restore DIR}. */
public final class KeepCommand {

    private static final Set<String> WITH_VALUE =
            Stream.concat(Stream.of("--data"), OfficeDatabase.OPTIONS.stream()).collect(Collectors.toUnmodifiableSet());

    private KeepCommand() {}

    /** Copies a stopped installation into a folder; 0 when its manifest stands. */
    public static int backup(List<String> words, PrintStream out) {
        Path target = folder(words, "backup");
        Options options = Options.read(words.subList(1, words.size()), WITH_VALUE, Set.of());
        try (Installation installation = Installation.existing(data(options), options)) {
            Manifest manifest = new Backup(installation, target, Clock.systemUTC(), part -> {}).make();
            out.println("已备份 backed up: " + target + inWords(manifest));
            out.println(manifest.privateKeys());
            return 0;
        } catch (IOException | SQLException failed) {
            throw new Sentence(
                    2,
                    "备份没有完成（" + failed.getMessage() + "），没有清单的文件夹请删除。",
                    "The backup was not finished (" + failed.getMessage() + "); delete a folder without a manifest.");
        }
    }

    /** Brings a backup into an empty data folder; 0 when it stands. */
    public static int restore(List<String> words, PrintStream out) {
        Path backup = folder(words, "restore");
        Options options = Options.read(words.subList(1, words.size()), WITH_VALUE, Set.of());
        try {
            Manifest manifest = new Restore(backup).into(data(options), options);
            out.println("已恢复 restored: " + data(options) + inWords(manifest));
            return 0;
        } catch (IOException | SQLException | FlywayException failed) {
            throw new Sentence(
                    2,
                    "恢复没有完成（" + failed.getMessage() + "），请清空数据文件夹与数据库后重试。",
                    "The restore was not finished (" + failed.getMessage()
                            + "); empty folder and database and try again.");
        }
    }

    /** Version of the program, as its jar says. */
    static String product() {
        return Objects.requireNonNullElse(KeepCommand.class.getPackage().getImplementationVersion(), "development");
    }

    private static String inWords(Manifest manifest) {
        long rows =
                manifest.tables().stream().mapToLong(Manifest.TableCopy::rows).sum();
        long bytes =
                manifest.files().stream().mapToLong(Manifest.KeptFile::bytes).sum()
                        + manifest.tables().stream()
                                .mapToLong(Manifest.TableCopy::bytes)
                                .sum();
        return "｜" + manifest.legalDate() + "｜" + manifest.tables().size() + " 表 tables " + rows + " 行 rows｜"
                + manifest.files().size() + " 文件 files｜" + bytes + " B｜流水 log "
                + manifest.log().entries();
    }

    private static Path data(Options options) {
        return Path.of(options.value("--data").orElse("data"));
    }

    private static Path folder(List<String> words, String command) {
        if (words.isEmpty() || words.getFirst().startsWith("--")) {
            throw new Sentence(2, command + " 后须写文件夹。", command + " needs a folder.");
        }
        return Path.of(words.getFirst());
    }
}

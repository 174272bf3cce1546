package cn.gongshu.city.keep;

import cn.gongshu.city.Mode;
import cn.gongshu.city.Sentence;
import cn.gongshu.city.keep.DurableFiles.Written;
import cn.gongshu.city.keep.Manifest.KeptFile;
import cn.gongshu.city.keep.Manifest.LogPoint;
import cn.gongshu.city.keep.Manifest.TableCopy;
import cn.gongshu.evidence.JournalFiles;
import cn.gongshu.kernel.LegalDate;
import cn.gongshu.lake.LakeFiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Copies an installation at rest as one point: every table in one read-only snapshot of the database, the evidence log
 * that is at least as long as what that snapshot knows of it, the lake files the snapshot names, and the keys.
 */
final class Backup {

    /** Files of the demo's own in the data folder: its accounts, and the first administrator's code if still unused. */
    private static final List<String> SINGLE_FILES = List.of("demo-accounts.json", "demo-scale", "setup-code");

    private final Installation installation;
    private final Path target;
    private final Clock clock;
    private final Consumer<String> told;

    /**
     * A backup yet to be made.
     *
     * @param installation what is copied
     * @param target a folder that is empty or not there
     * @param clock machine time
     * @param told hears the name of each part before it is copied
     */
    Backup(Installation installation, Path target, Clock clock, Consumer<String> told) {
        this.installation = installation;
        this.target = target;
        this.clock = clock;
        this.told = told;
    }

    /** Makes it; the manifest is written last, so that a backup cut short has none. */
    Manifest make() throws IOException, SQLException {
        emptyTarget();
        try (Connection connection = installation.connect()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            Manifest manifest = copied(new Tables(connection));
            connection.rollback();
            DurableFiles.putWhole(target.resolve(Manifest.NAME), manifest.bytes());
            return manifest;
        }
    }

    private void emptyTarget() throws IOException {
        DurableFiles.makePrivately(target);
        try (Stream<Path> inside = Files.list(target)) {
            if (inside.findAny().isPresent()) {
                throw new Sentence(2, "备份文件夹 " + target + " 不是空的。", "Backup folder " + target + " is not empty.");
            }
        }
    }

    private Manifest copied(Tables tables) throws IOException, SQLException {
        String mode =
                tables.schema().texts("SELECT mode FROM public.installation").getFirst();
        LogPoint log =
                log(tables.schema(), Mode.valueOf(mode.toUpperCase(Locale.ROOT)).logOrigin());
        told.accept("tables");
        List<TableCopy> copies = tables.copyOut(target);
        return new Manifest(
                Manifest.FORMAT,
                KeepCommand.product(),
                LegalDate.of(clock).today().toString(),
                clock.instant().toString(),
                mode,
                log,
                tables.schema().migrations(),
                copies,
                tables.sequences(),
                files(tables.schema()),
                Manifest.KEY_WORDS);
    }

    /** Reads the whole journal: a damaged one, or one that ends before what the database knows of it, is no point. */
    private LogPoint log(Schema schema, String origin) throws IOException, SQLException {
        told.accept("log");
        Path journal = installation.folder().resolve("log").resolve("city").resolve("journal");
        long entries = JournalFiles.read(journal, origin, entry -> {});
        long projected =
                schema
                        .texts("SELECT next_index::text FROM public.projection_cursor WHERE log = '" + origin + "'")
                        .stream()
                        .mapToLong(Long::parseLong)
                        .findFirst()
                        .orElse(0);
        if (entries < projected) {
            throw new Sentence(
                    1,
                    "存证流水只有 " + entries + " 条，短于数据库已知的 " + projected + " 条，不能备份。",
                    "The evidence log has " + entries + " entries, fewer than the " + projected
                            + " the database knows: no backup of that.");
        }
        return new LogPoint(origin, entries, projected);
    }

    private List<KeptFile> files(Schema schema) throws IOException, SQLException {
        Path root = installation.folder().root();
        List<Path> paths = new ArrayList<>();
        paths.addAll(below(root.resolve("keys")));
        paths.addAll(below(root.resolve("log")));
        paths.addAll(LakeFiles.reachable(
                root.resolve("lake"), schema.texts("SELECT metadata_location FROM lake.iceberg_tables")));
        SINGLE_FILES.stream().map(root::resolve).filter(Files::exists).forEach(paths::add);
        List<KeptFile> kept = new ArrayList<>();
        for (Path path : paths) {
            kept.add(keep(path, root.relativize(path).toString()));
        }
        return kept;
    }

    /** Every file in a folder but locks and what was being written when a process was killed. */
    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            return inside.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("lock") && !file.toString().endsWith(".new"))
                    .sorted()
                    .toList();
        }
    }

    private KeptFile keep(Path source, String path) throws IOException {
        told.accept(path);
        Path copy = target.resolve("files").resolve(path);
        DurableFiles.makePrivately(DurableFiles.folderOf(copy));
        Written written = DurableFiles.writeSecret(copy, out -> Files.copy(source, out));
        DurableFiles.forceNames(DurableFiles.folderOf(copy));
        return new KeptFile(path, written.bytes(), written.sha256(), secret(path));
    }

    private static boolean secret(String path) {
        return (path.startsWith("keys/") && !path.endsWith(".pub")) || SINGLE_FILES.contains(path);
    }
}

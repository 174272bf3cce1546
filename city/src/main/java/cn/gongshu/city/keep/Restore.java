package cn.gongshu.city.keep;

import cn.gongshu.city.DataFolder;
import cn.gongshu.city.Options;
import cn.gongshu.city.Sentence;
import cn.gongshu.city.keep.DurableFiles.Written;
import cn.gongshu.city.keep.Manifest.KeptFile;
import cn.gongshu.city.keep.Manifest.TableCopy;
import cn.gongshu.lake.LakeConfig;
import cn.gongshu.lake.LakeFiles;
import org.flywaydb.core.Flyway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;

/** Brings a backup into an empty data folder and an empty database, after every hash was checked. */
final class Restore {

    private final Path backup;

    Restore(Path backup) {
        this.backup = backup;
    }

    /**
     * Restores.
     *
     * @param data the data folder; empty or not there
     * @param options may name an office's database, which must be empty
     */
    Manifest into(Path data, Options options) throws IOException, SQLException {
        Manifest manifest = checked();
        DataFolder folder = DataFolder.hold(data);
        mustBeEmpty(folder);
        folder.unfinished();
        DataFolder.closeToOthers(folder.root());
        try (Installation installation = Installation.open(folder, options)) {
            database(manifest, installation);
            for (KeptFile file : manifest.files()) {
                place(file, installation.folder().root());
            }
            installation.folder().finished();
        }
        return manifest;
    }

    /** The manifest, after every byte it names was found as it says. */
    private Manifest checked() throws IOException {
        Manifest manifest = manifest();
        if (manifest.format() != Manifest.FORMAT) {
            throw new Sentence(
                    2,
                    "备份格式 " + manifest.format() + " 不是本版本能读的。",
                    "This version does not read backups of format " + manifest.format() + ".");
        }
        for (TableCopy table : manifest.tables()) {
            check(table.file(), new Written(table.bytes(), table.sha256()));
        }
        for (KeptFile file : manifest.files()) {
            within(Path.of("data"), file.path());
            check(file.file(), new Written(file.bytes(), file.sha256()));
        }
        return manifest;
    }

    private Manifest manifest() throws IOException {
        Path file = backup.resolve(Manifest.NAME);
        try {
            return Manifest.read(Files.readAllBytes(file));
        } catch (NoSuchFileException none) {
            throw new Sentence(
                    2,
                    "文件夹 " + backup + " 中没有清单，不是完整的备份。",
                    "Folder " + backup + " has no manifest: it is not a whole backup.");
        } catch (IllegalArgumentException changed) {
            throw damaged(Manifest.NAME);
        }
    }

    private void check(String name, Written expected) throws IOException {
        try {
            if (!DurableFiles.measured(backup.resolve(name)).equals(expected)) {
                throw damaged(name);
            }
        } catch (NoSuchFileException missing) {
            throw damaged(name);
        }
    }

    private static Sentence damaged(String name) {
        return new Sentence(
                1,
                "备份中的 " + name + " 与清单不符，未恢复任何内容。",
                name + " in the backup is not what its manifest says: nothing was restored.");
    }

    private static void mustBeEmpty(DataFolder folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder.root())) {
            if (inside.anyMatch(path -> !path.endsWith(DataFolder.LOCK))) {
                folder.close();
                throw new Sentence(
                        2,
                        "数据文件夹 " + folder.root() + " 不是空的，只能恢复到空文件夹。",
                        "Folder " + folder.root() + " is not empty; a backup is restored into an empty one.");
            }
        }
    }

    private static void migrate(Manifest manifest, Installation installation) {
        Flyway.configure()
                .dataSource(
                        installation.database().url(),
                        installation.database().user(),
                        installation.database().password())
                .locations("classpath:db/migration")
                .target(manifest.version())
                .load()
                .migrate();
        LakeFiles.prepareCatalogue(new LakeConfig(
                installation.folder().resolve("lake"),
                installation.database().url(),
                installation.database().user(),
                installation.database().password()));
    }

    private void database(Manifest manifest, Installation installation) throws IOException, SQLException {
        try (Connection connection = installation.connect()) {
            Tables tables = new Tables(connection);
            if (!tables.schema().empty()) {
                throw new Sentence(2, "数据库不是空的，只能恢复到空数据库。", "The database is not empty; a backup needs an empty one.");
            }
            migrate(manifest, installation);
            if (!tables.schema().migrations().equals(manifest.migrations())) {
                throw new Sentence(
                        2,
                        "本版本的数据库结构到 " + manifest.version() + " 为止与备份（" + manifest.product() + "）的不同，请用原版本恢复。",
                        "Up to " + manifest.version() + " this version's database is not that of the backup ("
                                + manifest.product() + "); restore with the version that made it.");
            }
            connection.setAutoCommit(false);
            tables.copyIn(backup, manifest.tables());
            tables.set(manifest.sequences());
            connection.commit();
        }
    }

    private void place(KeptFile file, Path root) throws IOException {
        Path source = backup.resolve(file.file());
        Path target = within(root, file.path());
        Files.createDirectories(DurableFiles.folderOf(target));
        Written written = file.secret()
                ? DurableFiles.writeSecret(target, out -> Files.copy(source, out))
                : DurableFiles.writeOrdinary(target, out -> Files.copy(source, out));
        DurableFiles.forceNames(DurableFiles.folderOf(target));
        if (!written.sha256().equals(file.sha256())) {
            throw new IOException("the backup changed while it was restored");
        }
    }

    /** A name in a manifest may not lead out of the folder. */
    private static Path within(Path root, String name) {
        Path path = root.resolve(name).normalize();
        if (Path.of(name).isAbsolute() || !path.startsWith(root) || path.equals(root)) {
            throw new Sentence(
                    1, "清单中的路径 " + name + " 越出文件夹。", "Path " + name + " in the manifest leads out of the folder.");
        }
        return path;
    }
}

package cn.gongshu.city.keep;

import cn.gongshu.kernel.CanonicalJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What a backup holds. Written last: a folder without one is no backup.
 *
 * @param format version of the folder's layout
 * @param product version of the program that made it
 * @param legalDate the legal date it was made on
 * @param machineTime when it was made, UTC
 * @param mode what the database says it is, {@code demo} or {@code office}
 * @param log the evidence log in it
 * @param migrations the database's migrations, in the order they were applied
 * @param tables tables, each after those it refers to
 * @param sequences values of the sequences
 * @param files everything that lies outside the database
 * @param privateKeys says in words that private keys are among the files
 */
record Manifest(
        int format,
        String product,
        String legalDate,
        String machineTime,
        String mode,
        LogPoint log,
        List<Migration> migrations,
        List<TableCopy> tables,
        List<SequenceValue> sequences,
        List<KeptFile> files,
        String privateKeys) {

    static final int FORMAT = 1;
    static final String NAME = "manifest.json";
    static final String KEY_WORDS = "本备份含私钥，须按私钥保管。This backup holds private keys: guard it as you guard them.";

    Manifest {
        migrations = List.copyOf(migrations);
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
        files = List.copyOf(files);
    }

    /**
     * How far the log went.
     *
     * @param origin its name
     * @param entries how many whole entries its journal holds
     * @param projected how many of them the database knew
     */
    record LogPoint(String origin, long entries, long projected) {}

    /** A migration with the checksum Flyway keeps of it. */
    record Migration(String version, int checksum) {}

    /** The rows of a table in {@code tables/SCHEMA.NAME.copy}, PostgreSQL's binary COPY format. */
    record TableCopy(String schema, String name, List<String> columns, long rows, long bytes, String sha256) {

        TableCopy {
            columns = List.copyOf(columns);
        }

        String file() {
            return "tables/" + schema + "." + name + ".copy";
        }
    }

    /** A sequence's last value and whether it has been given out. */
    record SequenceValue(String schema, String name, long value, boolean called) {}

    /** A file of the data folder, by its path in it with {@code /}; a secret one is readable by its owner only. */
    record KeptFile(String path, long bytes, String sha256, boolean secret) {

        String file() {
            return "files/" + path;
        }
    }

    /** The last migration, to which an empty database is brought before the rows come in. */
    String version() {
        return migrations.getLast().version();
    }

    byte[] bytes() {
        Map<?, ?> content = JsonMapper.shared().convertValue(this, Map.class);
        String sha256 = Sha256.hex(CanonicalJson.bytes(content));
        return CanonicalJson.bytes(Map.of("manifest", content, "sha256", sha256));
    }

    /**
     * Reads a manifest.
     *
     * @throws IllegalArgumentException if a single byte of it is not as it was written
     */
    static Manifest read(byte[] bytes) {
        try {
            Manifest manifest =
                    JsonMapper.shared().readValue(bytes, Envelope.class).manifest();
            if (Arrays.equals(manifest.bytes(), bytes)) {
                return manifest;
            }
        } catch (JacksonException | NullPointerException notOurs) {
            throw new IllegalArgumentException("not a manifest", notOurs);
        }
        throw new IllegalArgumentException("the manifest was changed");
    }

    private record Envelope(Manifest manifest, String sha256) {}
}

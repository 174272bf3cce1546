package cn.gongshu.lake;

import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableMetadataParser;
import org.apache.iceberg.io.CloseableIterable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a backup must know of a lake at rest: which files its catalogue names, and how an empty catalogue is made. */
public final class LakeFiles {

    private LakeFiles() {}

    /** Makes the catalogue's schema and tables if they are not there, without any item in them. */
    public static void prepareCatalogue(LakeConfig config) {
        Catalogue.open(config, new WarehouseFiles(config.warehouse())).close();
    }

    /**
     * Every file that can be reached from these table metadata: the metadata themselves, and the manifest lists,
     * manifests and data files of all snapshots they keep. What a load cut short left behind is not among them.
     *
     * @param warehouse folder of the lake
     * @param metadataLocations the catalogue's column of that name
     * @return paths inside the warehouse
     * @throws IOException if a manifest cannot be read
     */
    public static SortedSet<Path> reachable(Path warehouse, Collection<String> metadataLocations) throws IOException {
        WarehouseFiles files = new WarehouseFiles(warehouse.toAbsolutePath().normalize());
        SortedSet<Path> reached = new TreeSet<>();
        for (String location : metadataLocations) {
            reached.add(files.path(location));
            TableMetadata table = TableMetadataParser.read(files, location);
            for (Snapshot snapshot : table.snapshots()) {
                reached.add(files.path(snapshot.manifestListLocation()));
                addManifests(table, snapshot, files, reached);
            }
        }
        return reached;
    }

    private static void addManifests(
            TableMetadata table, Snapshot snapshot, WarehouseFiles files, SortedSet<Path> reached) throws IOException {
        for (ManifestFile manifest : snapshot.allManifests(files)) {
            reached.add(files.path(manifest.path()));
            try (CloseableIterable<String> paths = ManifestFiles.readPaths(manifest, files, table.specsById())) {
                paths.forEach(path -> reached.add(files.path(path)));
            }
        }
    }
}

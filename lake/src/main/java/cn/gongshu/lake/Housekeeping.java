package cn.gongshu.lake;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;
import cn.gongshu.kernel.ItemId;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Lets go of snapshots no longer needed, and of data files that no snapshot names because a load was cut short. */
final class Housekeeping {

    private final WarehouseFiles files;
    private final ExpiredLoads expired;

    Housekeeping(WarehouseFiles files, ExpiredLoads expired) {
        this.files = files;
        this.expired = expired;
    }

    int expire(ItemId item, Table table, Instant before, int keep) {
        List<LakeSnapshot> all = Snapshots.all(table);
        // Judged by our own times: Iceberg's are the machine's and cannot be set from outside.
        List<LakeSnapshot> old = all.stream()
                .limit(Math.max(0, all.size() - keep))
                .filter(s -> s.loadedAt().isBefore(before))
                .toList();
        expired.enter(item, old.stream().filter(s -> s.loadId() != null).toList());
        if (!old.isEmpty()) {
            Catalogue.reaching(() -> {
                var expiry = table.expireSnapshots();
                old.forEach(s -> expiry.expireSnapshotId(s.id()));
                expiry.commit();
                return old;
            });
        }
        return old.size();
    }

    int sweep(Table table, Instant before) {
        Path folder = files.path(Loading.dataLocation(table));
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> listed = Files.list(folder)) {
            List<Path> candidates = listed.toList();
            Set<Path> named = named(table);
            int deleted = 0;
            for (Path file : candidates) {
                boolean old = Files.getLastModifiedTime(file).toInstant().isBefore(before);
                if (old && !named.contains(file)) {
                    Files.delete(file);
                    deleted++;
                }
            }
            return deleted;
        } catch (IOException e) {
            throw new Fault(ErrorCode.STORAGE, "data files that no snapshot names cannot be deleted", e);
        }
    }

    private Set<Path> named(Table table) throws IOException {
        table.refresh();
        Set<Path> named = new HashSet<>();
        for (Snapshot snapshot : table.snapshots()) {
            for (ManifestFile manifest : snapshot.allManifests(table.io())) {
                try (CloseableIterable<String> locations =
                        ManifestFiles.readPaths(manifest, table.io(), table.specs())) {
                    locations.forEach(location -> named.add(files.path(location)));
                }
            }
        }
        return named;
    }
}

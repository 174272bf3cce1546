package cn.gongshu.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Processor time that processes of this machine have used, out of {@code /proc}. */
public final class Processors {

    /** Linux counts for user space in hundredths of a second on every architecture. */
    private static final long NANOS_PER_TICK = 10_000_000;

    private static final Path PROC = Path.of("/proc");

    private Processors() {}

    /** Processor time of this process, in nanoseconds. */
    public static long own() {
        return of(List.of(ProcessHandle.current().pid()));
    }

    /** Processor time of these processes and of the children they waited for, in nanoseconds; one that ended has none. */
    public static long of(Collection<Long> pids) {
        long ticks = 0;
        for (long pid : pids) {
            ticks += stat(PROC.resolve(Long.toString(pid))).map(ProcStat::ticks).orElse(0L);
        }
        return ticks * NANOS_PER_TICK;
    }

    /** Processor time of a process and of everything below it, in nanoseconds. */
    public static long ofTree(long root) {
        List<ProcStat> all = all();
        Set<Long> tree = new HashSet<>(Set.of(root));
        // Ids are not in order of age, so this goes round until nothing is added.
        while (all.stream().filter(one -> tree.contains(one.parent())).anyMatch(one -> tree.add(one.pid()))) {}
        return NANOS_PER_TICK
                * all.stream()
                        .filter(one -> tree.contains(one.pid()))
                        .mapToLong(ProcStat::ticks)
                        .sum();
    }

    private static List<ProcStat> all() {
        List<ProcStat> all = new ArrayList<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            processes.forEach(process -> stat(process).ifPresent(all::add));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DirectoryIteratorException e) {
            throw new UncheckedIOException(e.getCause());
        }
        return all;
    }

    private static Optional<ProcStat> stat(Path process) {
        try {
            return Optional.of(ProcStat.parse(Files.readString(process.resolve("stat"))));
        } catch (NoSuchFileException ended) {
            return Optional.empty();
        } catch (IOException ended) {
            // Read while it ended: "No such process".
            return Optional.empty();
        }
    }
}

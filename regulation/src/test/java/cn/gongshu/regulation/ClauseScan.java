package cn.gongshu.regulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds every {@link Clause} on the compiled classes of one folder, so that rules, tests and table can be compared. */
public final class ClauseScan {

    /**
     * One mark found.
     *
     * @param type the class that has the method, itself or from a class above
     */
    public record Found(String clause, Class<?> type, Method method) {
        @Override
        public String toString() {
            return type.getSimpleName() + "." + method.getName();
        }
    }

    private final List<Found> found = new ArrayList<>();

    private ClauseScan() {}

    /** Scans the classes (or test classes) that {@code inside} was compiled with: a folder, or a jar. */
    public static ClauseScan around(Class<?> inside) {
        ClauseScan scan = new ClauseScan();
        Path place = place(inside);
        try {
            if (Files.isDirectory(place)) {
                scan.walk(place, inside);
            } else {
                try (FileSystem jar = FileSystems.newFileSystem(place)) {
                    scan.walk(jar.getPath("/"), inside);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return scan;
    }

    private void walk(Path root, Class<?> inside) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .sorted()
                    .forEach(name -> read(load(name, inside)));
        }
    }

    /** Ids found anywhere. */
    public Set<String> ids() {
        return found.stream().map(Found::clause).collect(Collectors.toCollection(TreeSet::new));
    }

    public List<Found> all() {
        return List.copyOf(found);
    }

    /** Where the id was found. */
    public List<Found> of(String clause) {
        return found.stream().filter(one -> one.clause().equals(clause)).toList();
    }

    private void read(Class<?> type) {
        // An abstract test is read through the classes that carry it out.
        if (Modifier.isAbstract(type.getModifiers()) && !type.isInterface() && !type.isSealed()) {
            return;
        }
        for (Class<?> from = type; from != null && from != Object.class; from = from.getSuperclass()) {
            for (Method method : from.getDeclaredMethods()) {
                for (String id : idsOn(method)) {
                    found.add(new Found(id, type, method));
                }
            }
        }
    }

    private static List<String> idsOn(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotationsByType(Clause.class))
                .map(Clause::value)
                .toList();
    }

    private static Path place(Class<?> inside) {
        try {
            return Path.of(
                    inside.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String file, Class<?> inside) {
        String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
        try {
            return Class.forName(name, false, inside.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}

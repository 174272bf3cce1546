package cn.gongshu.regulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds every {@link Clause} on the compiled classes of one folder, so that rules, tests and table can be compared. */
public final class ClauseScan {

    private final Map<String, Set<Method>> methods = new TreeMap<>();
    private final Map<String, Set<String>> places = new TreeMap<>();

    private ClauseScan() {}

    /** Scans the class folder (or the test class folder) that {@code inside} was compiled to. */
    public static ClauseScan around(Class<?> inside) {
        Path root = folder(inside);
        ClauseScan scan = new ClauseScan();
        try (Stream<Path> files = Files.walk(root)) {
            files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .sorted()
                    .forEach(name -> scan.read(load(name, inside)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return scan;
    }

    /** Ids found anywhere. */
    public Set<String> ids() {
        return new TreeSet<>(places.keySet());
    }

    /** Where each id was found, to name it in a failure. */
    public Map<String, Set<String>> places() {
        return new LinkedHashMap<>(places);
    }

    /** The methods that carry the id. */
    public Set<Method> methods(String id) {
        return methods.getOrDefault(id, Set.of());
    }

    private void read(Class<?> type) {
        for (String id : idsOn(type)) {
            places.computeIfAbsent(id, key -> new TreeSet<>()).add(type.getName());
        }
        for (Method method : type.getDeclaredMethods()) {
            for (String id : idsOn(method)) {
                places.computeIfAbsent(id, key -> new TreeSet<>()).add(type.getName() + "#" + method.getName());
                methods.computeIfAbsent(id, key -> new LinkedHashSet<>()).add(method);
            }
        }
    }

    private static List<String> idsOn(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotationsByType(Clause.class))
                .map(Clause::value)
                .toList();
    }

    private static Path folder(Class<?> inside) {
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

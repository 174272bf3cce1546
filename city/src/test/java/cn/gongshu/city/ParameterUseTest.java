package cn.gongshu.city;

import cn.gongshu.cities.luan.terms.CityParameters;
import cn.gongshu.regulation.RetentionSchedule.RecordType;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** A dated value that no code reads would be law on paper alone. */
class ParameterUseTest {

    private static final Path SOURCES = Path.of("..");

    /** Values whose rule is not built yet. The list only gets shorter. */
    private static final Set<String> NOT_READ_YET = Set.of("agreement.renewal.max_years", "retention.diagnostics_days");

    @Test
    void every_value_of_the_city_is_read_by_code_but_for_those_listed() {
        String code = mainSources();
        Set<String> unread = CityParameters.load().meanings().keySet().stream()
                .filter(name -> !code.contains('"' + name + '"') && !isUsedSchedule(name, code))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unread).isEqualTo(NOT_READ_YET);
    }

    /** Retention periods are read by the kind of record: {@code RecordType.USE} reads {@code retention.use_days}. */
    private static boolean isUsedSchedule(String name, String code) {
        return Arrays.stream(RecordType.values())
                .filter(type -> name.equals("retention." + type.name().toLowerCase(Locale.ROOT) + "_days"))
                .anyMatch(type -> code.contains("RecordType." + type));
    }

    private static String mainSources() {
        return modules().flatMap(ParameterUseTest::sources).collect(Collectors.joining("\n"));
    }

    private static Stream<Path> modules() {
        return paths(SOURCES, 2)
                .map(module -> module.resolve("src").resolve("main").resolve("java"))
                .filter(Files::isDirectory);
    }

    private static Stream<String> sources(Path folder) {
        return paths(folder, Integer.MAX_VALUE)
                .filter(file -> file.toString().endsWith(".java"))
                .map(ParameterUseTest::text);
    }

    private static Stream<Path> paths(Path folder, int depth) {
        try (Stream<Path> paths = Files.walk(folder, depth)) {
            return paths.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

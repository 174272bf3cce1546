package cn.gongshu.cities.luan.item;

import cn.gongshu.cities.luan.annex.AnnexOne;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** The document is written from the data; this test fails while the two differ. */
class ColumnsDocumentTest {

    private static final Path DOCUMENT =
            Path.of(System.getProperty("project.root", "../..")).resolve("docs/data/luan-columns.md");

    @Test
    void the_document_of_columns_says_what_the_data_says() throws IOException {
        String expected = document();
        if (Boolean.getBoolean("gongshu.docs.write")) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, expected);
        }
        assertThat(DOCUMENT)
                .as("written anew by: mvn -pl cities/luan test -Dtest=ColumnsDocumentTest -Dgongshu.docs.write=true")
                .exists();
        assertThat(Files.readString(DOCUMENT)).isEqualTo(expected);
    }

    private static String document() {
        StringBuilder out = new StringBuilder();
        out.append("# Columns of Lu'an's first publication batch\n\n")
                .append("Generated from `cities/luan/data/item*.tsv` by `ColumnsDocumentTest`. MONTH is a whole number")
                .append(" yyyymm. An item's level is the strictest of its columns. The data behind it in the demo is")
                .append(" the synthetic city; see [synthetic-city.md](synthetic-city.md).\n");
        PreparedItems.load(AnnexOne.load()).items().forEach(item -> section(out, item));
        return out.toString();
    }

    private static void section(StringBuilder out, PreparedItem item) {
        out.append("\n## %s %s\n\n%s / %s\n\n"
                .formatted(
                        item.id(),
                        item.name(),
                        item.meaning().zh(),
                        item.meaning().en()));
        out.append("- table `%s`, level %s, %s\n".formatted(item.table(), item.level(), item.frequency()));
        out.append("- data subjects: ")
                .append(item.subjects().stream()
                        .map(subject -> subject.kind() + " by `" + subject.column() + "`")
                        .collect(Collectors.joining(", ")))
                .append('\n');
        if (!item.joins().isEmpty()) {
            out.append("- joins (N:1): ")
                    .append(item.joins().stream()
                            .map(join -> "`%s` → `%s`".formatted(join.from().column(), join.to()))
                            .collect(Collectors.joining(", ")))
                    .append('\n');
        }
        out.append("- basis: %s / %s\n"
                .formatted(item.legalBasis().zh(), item.legalBasis().en()));
        columns(out, item);
        interests(out, item);
        quality(out, item);
    }

    private static void columns(StringBuilder out, PreparedItem item) {
        out.append(
                "\n| column | 名称 | name | type | level | control | null | 取值 / values |\n|---|---|---|---|---|---|---|---|\n");
        item.columns().forEach(column -> out.append(columnLine(column)));
    }

    private static void interests(StringBuilder out, PreparedItem item) {
        out.append("\n| interest | touched | 理由 / reason |\n|---|---|---|\n");
        item.interests()
                .forEach(answer -> out.append("| %s | %s | %s / %s |\n"
                        .formatted(
                                answer.interest(),
                                answer.present() ? "yes" : "no",
                                answer.reason().zh(),
                                answer.reason().en())));
    }

    private static void quality(StringBuilder out, PreparedItem item) {
        out.append("\n| quality | at least | 规则 / rule |\n|---|---|---|\n");
        item.qualityPromise()
                .forEach(rule -> out.append("| %s | %d.%02d %% | %s / %s |\n"
                        .formatted(
                                rule.dimension(),
                                rule.threshold() / 100,
                                rule.threshold() % 100,
                                rule.rule().zh(),
                                rule.rule().en())));
    }

    private static String columnLine(ItemColumn column) {
        String note = column.note().zh().isEmpty()
                ? ""
                : column.note().zh() + " / " + column.note().en();
        return "| `%s` | %s | %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        column.code(),
                        column.name().zh(),
                        column.name().en(),
                        column.type(),
                        column.level(),
                        column.control(),
                        column.required() ? "no" : "yes",
                        note);
    }
}

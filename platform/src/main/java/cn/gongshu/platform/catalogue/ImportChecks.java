package cn.gongshu.platform.catalogue;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Level;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.platform.catalogue.CatalogueImport.AnnexUnit;
import cn.gongshu.platform.catalogue.CatalogueImport.DataProvider;
import cn.gongshu.platform.catalogue.CatalogueImport.NewItem;
import cn.gongshu.platform.catalogue.Declaration.Column;
import cn.gongshu.regulation.Clause;
import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What makes an import impossible as a whole. */
record ImportChecks(CatalogueStore store, CatalogueImport catalogue, Map<String, CatalogueItem> before) {

    Optional<Refusal> refusal() {
        return unknownProvider().or(this::unknownUnit).or(this::placeTaken).or(this::levelLowered);
    }

    private Optional<Refusal> unknownProvider() {
        Set<String> known = Stream.concat(
                        store.providers().keySet().stream(),
                        catalogue.providers().stream().map(DataProvider::id))
                .collect(Collectors.toSet());
        return catalogue.units().stream()
                .flatMap(unit -> unit.providers().stream())
                .filter(id -> !known.contains(id))
                .findFirst()
                .map(id -> notFound("数据提供单位 " + id, "data provider " + id));
    }

    private Optional<Refusal> unknownUnit() {
        Set<Integer> known = Stream.concat(store.units().stream(), catalogue.units().stream())
                .map(AnnexUnit::no)
                .collect(Collectors.toSet());
        return catalogue.items().stream()
                .filter(item -> !known.contains(item.unit()))
                .findFirst()
                .map(item -> notFound("附件单位 " + item.unit(), "annex unit " + item.unit()));
    }

    /** Two items may not stand at one place of the annex. */
    @Clause("R011")
    private Optional<Refusal> placeTaken() {
        Map<String, String> places = new HashMap<>();
        store.items()
                .forEach(item ->
                        places.put(item.unit() + "-" + item.line(), item.id().value()));
        catalogue.items().forEach(item -> places.values().remove(item.id()));
        for (NewItem item : catalogue.items()) {
            String there = places.putIfAbsent(item.unit() + "-" + item.line(), item.id());
            if (there != null) {
                return Optional.of(Refusal.of(
                        ErrorCode.FIELD_INVALID,
                        Map.of(
                                "field", item.id() + ".line",
                                "rule", "该行已是 " + there,
                                "rule@en", "that line is " + there)));
            }
        }
        return Optional.empty();
    }

    private Optional<Refusal> levelLowered() {
        return catalogue.items().stream()
                .flatMap(item -> lowered(item, before.get(item.id())).stream())
                .findFirst();
    }

    /** A column's level may go up in a new declaration; down it goes only by provider and agency together. */
    private static Optional<Refusal> lowered(NewItem item, @Nullable CatalogueItem old) {
        if (old == null) {
            return Optional.empty();
        }
        Map<String, Level> was = new HashMap<>();
        old.declaration().columns().forEach(column -> was.put(column.code(), counted(column)));
        return item.declaration().columns().stream()
                .filter(column -> was.getOrDefault(column.code(), Level.L1).above(counted(column)))
                .findFirst()
                .map(column -> Refusal.of(
                        ErrorCode.LEVEL_LOWERED_BY_IMPORT, Map.of("column", item.id() + "." + column.code())));
    }

    private static Level counted(Column column) {
        return column.level() == null ? Level.CORE : column.level();
    }

    private static Refusal notFound(String zh, String en) {
        return Refusal.of(ErrorCode.NOT_FOUND, Map.of("what", zh, "what@en", en));
    }
}

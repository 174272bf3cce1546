package cn.gongshu.query.governed;

import cn.gongshu.kernel.ItemId;
import cn.gongshu.query.spi.ColumnType;
import cn.gongshu.query.spi.ColumnType.Decimal;
import cn.gongshu.query.spi.ColumnType.Scalar;

import java.util.List;

/** Declared tables of a small city for tests. */
final class City {

    static final ItemId RESIDENTS = new ItemId("C05-01");
    static final ItemId INSURED = new ItemId("C07-01");
    static final ItemId CONTRIBUTIONS = new ItemId("C07-02");
    static final ItemId PATIENTS = new ItemId("C13-01");
    static final ItemId VISITS = new ItemId("C13-04");
    static final ItemId FIRMS = new ItemId("C14-01");
    static final ItemId PARKING = new ItemId("C20-01");

    static final ColumnScope ALL = new ColumnScope("SUB-1", column -> true);

    static final GovernedTables TABLES = new GovernedTables(List.of(
            table(
                    RESIDENTS,
                    List.of(
                            key("resident_id"),
                            group("district_code", Scalar.TEXT),
                            group("birth_year", Scalar.INTEGER),
                            never("name")),
                    List.of(person("resident_id"))),
            table(
                    INSURED,
                    List.of(
                            key("insured_id"),
                            key("employer_code"),
                            group("insurance_state", Scalar.TEXT),
                            after("first_month", Scalar.INTEGER),
                            never("insured_name")),
                    List.of(person("insured_id"), firm("employer_code")),
                    new DeclaredJoin("employer_code", "C14_01", "credit_code")),
            table(
                    CONTRIBUTIONS,
                    List.of(
                            key("insured_id"),
                            key("employer_code"),
                            group("contribution_month", Scalar.INTEGER),
                            after("paid_flag", Scalar.INTEGER),
                            after("contribution_base", Scalar.INTEGER),
                            after("amount", new Decimal(12, 2)),
                            after("posted_on", Scalar.DATE)),
                    List.of(person("insured_id"), firm("employer_code")),
                    new DeclaredJoin("insured_id", "C07_01", "insured_id"),
                    new DeclaredJoin("employer_code", "C14_01", "credit_code")),
            table(
                    PATIENTS,
                    List.of(
                            key("patient_id"),
                            group("district_code", Scalar.TEXT),
                            group("birth_year", Scalar.INTEGER),
                            never("patient_name")),
                    List.of(person("patient_id")),
                    new DeclaredJoin("patient_id", "C05_01", "resident_id")),
            table(
                    VISITS,
                    List.of(
                            key("patient_id"),
                            group("disease_group", Scalar.TEXT),
                            group("visit_month", Scalar.INTEGER),
                            group("seen_on", Scalar.DATE),
                            after("fee", new Decimal(10, 2)),
                            after("days", Scalar.INTEGER),
                            after("score", Scalar.DOUBLE),
                            join("bed_no"),
                            never("visit_no")),
                    List.of(person("patient_id")),
                    new DeclaredJoin("patient_id", "C13_01", "patient_id"),
                    new DeclaredJoin("patient_id", "C05_01", "resident_id")),
            table(
                    FIRMS,
                    List.of(
                            key("credit_code"),
                            new GovernedColumn("firm_name", Scalar.TEXT, ColumnControl.PLAIN),
                            new GovernedColumn("capital", Scalar.LONG, ColumnControl.PLAIN),
                            group("firm_status", Scalar.TEXT),
                            group("section_code", Scalar.TEXT)),
                    List.of(firm("credit_code"))),
            table(
                    PARKING,
                    List.of(
                            group("lot", Scalar.TEXT),
                            new GovernedColumn("spaces", Scalar.INTEGER, ColumnControl.PLAIN)),
                    List.of())));

    private City() {}

    private static GovernedTable table(
            ItemId item, List<GovernedColumn> columns, List<SubjectKey> subjects, DeclaredJoin... joins) {
        return new GovernedTable(item.value().replace('-', '_'), item, columns, subjects, List.of(joins));
    }

    private static SubjectKey person(String column) {
        return new SubjectKey(column, "PERSON");
    }

    private static SubjectKey firm(String column) {
        return new SubjectKey(column, "FIRM");
    }

    private static GovernedColumn key(String name) {
        return new GovernedColumn(name, Scalar.TEXT, ColumnControl.SUBJECT_KEY);
    }

    private static GovernedColumn join(String name) {
        return new GovernedColumn(name, Scalar.TEXT, ColumnControl.JOIN_KEY);
    }

    private static GovernedColumn group(String name, ColumnType type) {
        return new GovernedColumn(name, type, ColumnControl.GROUP_KEY);
    }

    private static GovernedColumn after(String name, ColumnType type) {
        return new GovernedColumn(name, type, ColumnControl.AFTER_AGGREGATION);
    }

    private static GovernedColumn never(String name) {
        return new GovernedColumn(name, Scalar.TEXT, ColumnControl.NEVER);
    }
}

package cn.gongshu.query.governed;

/** Rules a declared query is refused by, each with its words: what is wrong, then how to mend it. */
enum QueryRule {
    TOO_LONG("查询文本超过 %s 个字符；请精简，或拆分为几个产品"),
    CHARACTER("有不允许的字符；请只用半角字母、数字和 SQL 符号，中文只写在单引号内"),
    COMMENT("查询正文中不得有注释；请把说明放在正文之前，单独成行"),
    ONE_STATEMENT("只能有一条语句，且不写分号；请删去分号及其后的内容"),
    TOO_COMPLEX("嵌套过深或过长；请精简查询"),
    SYNTAX("无法读懂；请核对该处的 SQL 写法"),
    STATEMENT("只接受一条 SELECT；请改为 SELECT … FROM … GROUP BY …"),
    SET_OPERATION("不得使用 UNION、INTERSECT 或 EXCEPT；请拆分为几个产品"),
    SUBQUERY("不得使用子查询、WITH 或 VALUES；请改用已声明的联接"),
    STAR("不得使用 *；请逐列写出列名"),
    DISTINCT_ROWS("不得使用 SELECT DISTINCT；GROUP BY 的结果本就不重复，请删去 DISTINCT"),
    HAVING("不得使用 HAVING 或 QUALIFY；人数门槛由系统附加，请删去"),
    WINDOW("不得使用窗口函数；请改用 GROUP BY"),
    GROUPING("GROUP BY 只能逐一列出分组列，不得使用 ROLLUP、CUBE 或 GROUPING SETS；请改写"),
    LIMIT("不得使用 LIMIT、OFFSET 或 FETCH；请删去"),
    ORDER("只能按 SELECT 中的列排序，且不用序号；请改写 ORDER BY"),
    HINT("不得使用提示、抽样、时点或表函数；请只写表名"),
    PARAMETER("不得使用参数占位符；请删去"),
    TABLE_UNKNOWN("没有声明的表 %s；请核对表名"),
    COLUMN_UNKNOWN("没有列 %s；请核对列名，并写明表的别名"),
    JOIN_KIND("只能用 JOIN … ON 或 LEFT JOIN … ON；请改写联接"),
    JOIN_UNDECLARED("与 %s 的联接不是已声明的多对一联接，可能放大行数；可用的联接：%s"),
    JOIN_INFLATES("表 %s 的联接列 %s 在数据中有重复值，联接会放大行数；请由数据提供单位更正后重新装载"),
    COLUMN_CONTROL("列 %s 的列控制为“%s”，不能用于%s；请删去该列或改用允许的列"),
    IDENTITY("标识列 %s 不得用于筛选、条件或与常量比较；请删去该条件"),
    FUNCTION("函数 %s 不在允许之列；可用：%s"),
    EXPRESSION("不支持这种写法；请改用列与常量的比较、CASE WHEN 或允许的函数"),
    LITERAL("此处只能写普通常量（文本、整数、小数、真假、DATE）；请改写"),
    TYPE("两边的类型不相容；请核对列的类型，日期写作 DATE '2026-01-01'"),
    MEASURE("汇总列只能是 COUNT(*)、COUNT(DISTINCT 主体列) 或 SUM(列)；请改写"),
    SUM_BASE("只能对主表 %s 的列求和，联接表的列会被重复累加；请改写"),
    SUM_TYPE("列 %s 不是整数或定点小数，不能求和；请由数据提供单位改列类型"),
    NOT_GROUPED("列 %s 既未汇总也未出现在 GROUP BY 中；请加入 GROUP BY 或删去"),
    NOT_SELECTED("GROUP BY 的每一项都须在 SELECT 中列出；请补上 %s"),
    NO_MEASURE("SELECT 中没有汇总列；请加上 COUNT(DISTINCT 主体列) 或 COUNT(*)"),
    ALIAS("第 %s 列须用 AS 取一个小写英文名，且不得重复、不得以 gs_ 开头"),
    SUBJECT_FIRST("第一列须为%s主体列，且只按它分组；请改为 SELECT 主体列 … GROUP BY 主体列"),
    ROW_MEASURE("每个主体一行：其余各列须为 COUNT、SUM、MIN、MAX 或 ARRAY_AGG；请改写"),
    TOO_MANY("%s超过 %s 个；请精简");

    private final String words;

    QueryRule(String words) {
        this.words = words;
    }

    String words(Object... values) {
        return words.formatted(values);
    }
}

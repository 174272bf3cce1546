package cn.gongshu.query.governed;

import cn.gongshu.kernel.ColumnRef;

/** A column where a query names it: which table of FROM, and which of its columns. */
record Site(Source source, GovernedColumn column) {

    ColumnRef ref() {
        return source.table().ref(column);
    }

    /** As refusals name it. */
    String shown() {
        return source.table().name() + "." + column.name();
    }
}

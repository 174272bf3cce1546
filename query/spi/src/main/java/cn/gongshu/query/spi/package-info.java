/** What a query engine and a writer of data files must do, whoever they are: values, limits, cursor and faults. */
@NullMarked
package cn.gongshu.query.spi;

import org.jspecify.annotations.NullMarked;

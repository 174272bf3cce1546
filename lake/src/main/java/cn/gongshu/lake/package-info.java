/** The lake: one Iceberg table of Parquet files per catalogue item, one snapshot per load. */
@NullMarked
package cn.gongshu.lake;

import org.jspecify.annotations.NullMarked;

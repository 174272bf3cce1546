/** The catalogue (公共数据资源目录, R010–R012, R071–R072a): annexes, items, publication batches, levels. */
@ApplicationModule(displayName = "Catalogue")
@NullMarked
package cn.gongshu.platform.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

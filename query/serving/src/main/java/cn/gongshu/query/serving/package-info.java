/** Prebuilt rows per product and lake snapshot in PostgreSQL, read by one statement together with consent. */
@NullMarked
package cn.gongshu.query.serving;

import org.jspecify.annotations.NullMarked;

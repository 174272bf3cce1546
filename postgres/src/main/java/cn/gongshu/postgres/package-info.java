/** A real PostgreSQL server that the application brings along, starts with durable settings and stops again. */
@NullMarked
package cn.gongshu.postgres;

import org.jspecify.annotations.NullMarked;

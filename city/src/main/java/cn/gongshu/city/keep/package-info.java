/** Backup and restore: database, evidence log, keys and lake of one installation as one point. */
@NullMarked
package cn.gongshu.city.keep;

import org.jspecify.annotations.NullMarked;

/** The one decision: may this use happen now, under which obligations. In memory; no lock, no database, no clock. */
@NullMarked
package cn.gongshu.mandate.decision;

import org.jspecify.annotations.NullMarked;

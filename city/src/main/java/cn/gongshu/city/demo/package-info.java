/** The demo: Lu'an's story, played through the platform's own HTTP API by the right roles. */
@NullMarked
package cn.gongshu.city.demo;

import org.jspecify.annotations.NullMarked;

/** The values of Lu'an's demo story: parties, accounts, links with their scopes and papers. All invented. */
@NullMarked
package cn.gongshu.cities.luan.demo;

import org.jspecify.annotations.NullMarked;

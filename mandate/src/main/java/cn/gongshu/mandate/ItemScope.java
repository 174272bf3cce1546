package cn.gongshu.mandate;

import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.Level;

/**
 * One catalogue item in a scope.
 *
 * @param columns codes of its columns that may be used
 * @param maximum the item may be used only while its level is not above this
 */
public record ItemScope(ItemId item, Choice<String> columns, Level maximum) {}

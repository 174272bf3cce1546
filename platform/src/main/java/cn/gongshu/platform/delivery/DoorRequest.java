package cn.gongshu.platform.delivery;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * A request at the product door, whichever HTTP stack brought it.
 *
 * @param method in capitals
 * @param path without query
 * @param headers names in lower case
 * @param body whole; the stack stops reading one byte after {@link ProductDoor#BODY_LIMIT}
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of one request, never compared
public record DoorRequest(String method, String path, Map<String, String> headers, byte[] body) {

    @Nullable
    String header(String lowerCaseName) {
        return headers.get(lowerCaseName);
    }
}

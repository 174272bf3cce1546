package cn.gongshu.platform.delivery;

import java.util.Map;

/** What the product door answers: status, headers, body. */
@SuppressWarnings("ArrayRecordComponent") // bytes of one response, never compared
public record DoorResponse(int status, Map<String, String> headers, byte[] body) {

    static DoorResponse json(int status, String contentType, byte[] body) {
        return new DoorResponse(status, Map.of("Content-Type", contentType, "Cache-Control", "no-store"), body);
    }
}

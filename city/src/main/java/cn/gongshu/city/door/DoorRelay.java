package cn.gongshu.city.door;

import cn.gongshu.platform.delivery.DoorRequest;
import cn.gongshu.platform.delivery.DoorResponse;
import cn.gongshu.platform.delivery.ProductDoor;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The product door on the main port: the same door, relayed. */
@RestController
class DoorRelay {

    private final ProductDoor door;

    DoorRelay(ProductDoor door) {
        this.door = door;
    }

    @PostMapping("/open/v1/products/{code}")
    CompletableFuture<ResponseEntity<byte[]>> relay(HttpServletRequest request) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String name : ProductDoor.HEADERS) {
            String value = request.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        byte[] body = request.getInputStream().readNBytes(ProductDoor.BODY_LIMIT + 1);
        return door.answer(new DoorRequest("POST", request.getRequestURI(), headers, body))
                .thenApply(DoorRelay::entity);
    }

    private static ResponseEntity<byte[]> entity(DoorResponse response) {
        HttpHeaders headers = new HttpHeaders();
        response.headers().forEach(headers::set);
        return ResponseEntity.status(response.status()).headers(headers).body(response.body());
    }
}

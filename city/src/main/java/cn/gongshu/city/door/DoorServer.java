package cn.gongshu.city.door;

import cn.gongshu.city.Sentence;
import cn.gongshu.platform.delivery.DoorRequest;
import cn.gongshu.platform.delivery.DoorResponse;
import cn.gongshu.platform.delivery.ProductDoor;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Vert.x before the product door: one server per event loop on one port of the loopback. */
public final class DoorServer implements AutoCloseable {

    private static final long START_SECONDS = 10;

    private final Vertx vertx;

    private DoorServer(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Listens on 127.0.0.1:{@code port} and returns when it does. */
    public static DoorServer start(Vertx vertx, ProductDoor door, int port) {
        int loops = Math.max(2, Runtime.getRuntime().availableProcessors());
        await(vertx.deployVerticle(() -> new Listener(door, port), new DeploymentOptions().setInstances(loops)), port);
        return new DoorServer(vertx);
    }

    @Override
    public void close() {
        await(vertx.close(), 0);
    }

    private static void await(Future<?> future, int port) {
        try {
            future.toCompletionStage().toCompletableFuture().get(START_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new Sentence(
                    2,
                    "产品接口端口 " + port + " 不可用，请用 --port 换一个。",
                    "The product door's port " + port + " cannot be used.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Listener extends AbstractVerticle {
        private final ProductDoor door;
        private final int port;

        Listener(ProductDoor door, int port) {
            this.door = door;
            this.port = port;
        }

        @Override
        public void start(io.vertx.core.Promise<Void> started) {
            HttpServerOptions options = new HttpServerOptions()
                    .setHost("127.0.0.1")
                    .setPort(port)
                    .setTcpNoDelay(true)
                    .setMaxHeaderSize(16 << 10)
                    .setIdleTimeout(60);
            vertx.createHttpServer(options)
                    .requestHandler(this::handle)
                    .listen()
                    .<Void>mapEmpty()
                    .onComplete(started);
        }

        private void handle(HttpServerRequest request) {
            Context own = context;
            Buffer body = Buffer.buffer();
            // One byte over the limit is enough to know; the rest is not kept.
            request.handler(chunk -> {
                int room = ProductDoor.BODY_LIMIT + 1 - body.length();
                body.appendBuffer(chunk.length() > room ? chunk.slice(0, Math.max(0, room)) : chunk);
            });
            request.endHandler(end -> {
                var _ = door.answer(new DoorRequest(
                                request.method().name(), request.path(), headers(request), body.getBytes()))
                        .thenAccept(response -> own.runOnContext(back -> send(request.response(), response)));
            });
        }

        private static Map<String, String> headers(HttpServerRequest request) {
            Map<String, String> headers = new HashMap<>();
            for (String name : ProductDoor.HEADERS) {
                String value = request.getHeader(name);
                if (value != null) {
                    headers.put(name, value);
                }
            }
            return headers;
        }

        private static void send(HttpServerResponse response, DoorResponse answer) {
            response.setStatusCode(answer.status());
            answer.headers().forEach(response::putHeader);
            var _ = response.end(Buffer.buffer(answer.body()));
        }
    }
}

package cn.gongshu.city;

import cn.gongshu.city.door.DoorServer;
import cn.gongshu.kernel.Fault;
import cn.gongshu.kernel.Language;
import cn.gongshu.platform.delivery.Activations;
import cn.gongshu.platform.delivery.ProductDoor;
import cn.gongshu.regulation.Rules;
import io.vertx.core.Vertx;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import java.net.BindException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** A running platform. */
public final class CityServer implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final DoorServer door;

    private CityServer(ConfigurableApplicationContext context, DoorServer door) {
        this.context = context;
        this.door = door;
    }

    /** Starts the platform and returns when it answers. */
    public static CityServer start(ServerSettings settings) {
        return start(settings, Clock.systemUTC());
    }

    /** As {@link #start(ServerSettings)}, by a machine time of one's own. */
    static CityServer start(ServerSettings settings, Clock machineTime) {
        if (!Rules.off().isEmpty()) {
            throw new Sentence(
                    2, "有条款被关闭（clause.off），不能启动。", "Rules are switched off (clause.off); the platform does not start.");
        }
        DataFolder.closeToOthers(settings.data());
        Map<String, Object> properties = new HashMap<>(settings.more());
        properties.put("gongshu.mode", settings.mode());
        properties.put("gongshu.data", settings.data().toString());
        properties.put("gongshu.log-origin", settings.mode().logOrigin());
        properties.put("server.port", settings.port());
        properties.put("spring.datasource.url", settings.database().url());
        properties.put("spring.datasource.username", settings.database().user());
        properties.put("spring.datasource.password", settings.database().password());
        SpringApplication application = new SpringApplication(CityApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(properties);
        application.addInitializers(context -> context.getBeanFactory().registerSingleton("machineTime", machineTime));
        try {
            return withDoor(application.run());
        } catch (RuntimeException failure) {
            throw sentenceFor(failure, settings);
        }
    }

    /** The product door listens on the port after the main one. */
    private static CityServer withDoor(ConfigurableApplicationContext context) {
        int next = mainPort(context) + 1;
        try {
            context.getBean(Activations.class).rebuildMissing();
            DoorServer door = DoorServer.start(context.getBean(Vertx.class), context.getBean(ProductDoor.class), next);
            return new CityServer(context, door);
        } catch (RuntimeException failure) {
            context.close();
            throw failure;
        }
    }

    private static int mainPort(ConfigurableApplicationContext context) {
        WebServer web = ((WebServerApplicationContext) context).getWebServer();
        return Objects.requireNonNull(web).getPort();
    }

    private static RuntimeException sentenceFor(RuntimeException failure, ServerSettings settings) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Sentence sentence) {
                return sentence;
            }
            if (cause instanceof Fault fault) {
                return new Sentence(
                        2,
                        "无法启动：" + words(fault, Language.ZH, "。"),
                        "Cannot start: " + words(fault, Language.EN, " (" + fault.getMessage() + "). "));
            }
            if (cause instanceof PortInUseException || cause instanceof BindException) {
                return Ports.taken(settings.port());
            }
        }
        return failure;
    }

    private static String words(Fault fault, Language language, String between) {
        String stop = language == Language.ZH ? "。" : ".";
        return fault.code().reason(language, Map.of()) + between + fault.code().fix(language, Map.of()) + stop;
    }

    /** The port it listens on. */
    public int port() {
        return mainPort(context);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Every bean of a type, for tests that list what there is. */
    public <T> Collection<T> beans(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    @Override
    public void close() {
        // The doors first: no use is half done when log and database go.
        door.close();
        context.close();
    }
}

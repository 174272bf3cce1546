package cn.gongshu.city;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import java.net.BindException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** A running platform. */
public final class CityServer implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private CityServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts the platform and returns when it answers. */
    public static CityServer start(ServerSettings settings) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("gongshu.mode", settings.mode());
        properties.put("gongshu.data", settings.data().toString());
        properties.put("server.port", settings.port());
        properties.put("spring.datasource.url", settings.database().url());
        properties.put("spring.datasource.username", settings.database().user());
        properties.put("spring.datasource.password", settings.database().password());
        SpringApplication application = new SpringApplication(CityApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(properties);
        try {
            return new CityServer(application.run());
        } catch (RuntimeException failure) {
            throw sentenceFor(failure, settings);
        }
    }

    private static RuntimeException sentenceFor(RuntimeException failure, ServerSettings settings) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Sentence sentence) {
                return sentence;
            }
            if (cause instanceof PortInUseException || cause instanceof BindException) {
                return new Sentence(
                        2,
                        "端口 " + settings.port() + " 已被占用，请用 --port 换一个。",
                        "Port " + settings.port() + " is in use; choose another with --port.");
            }
        }
        return failure;
    }

    /** The port it listens on. */
    public int port() {
        WebServer web = ((WebServerApplicationContext) context).getWebServer();
        return Objects.requireNonNull(web).getPort();
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
        context.close();
    }
}

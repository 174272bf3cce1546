package cn.gongshu.city;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;

/**
 * Serves the web application from the class path. Its bundles carry their hash in their name and may be kept for ever;
 * the page that names them is asked for each time. A path without extension that no server owns is a place inside the
 * application, so it gets the page.
 */
@Configuration
class WebPages implements WebMvcConfigurer {

    private static final String FILES = "classpath:/static/";
    private static final String PAGE = "index.html";
    private static final Set<String> NOT_PAGES = Set.of("api", "open", "log", "actuator", "v3");

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/").setViewName("forward:/" + PAGE);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(FILES + "assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/**")
                .addResourceLocations(FILES)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(false)
                .addResolver(new PageOrFile());
    }

    /** The file itself, or the page for a place inside the application. */
    private static final class PageOrFile extends PathResourceResolver {

        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            Resource file = super.getResource(path, location);
            return file == null && isPlace(path) ? super.getResource(PAGE, location) : file;
        }

        private static boolean isPlace(String path) {
            String first = path.contains("/") ? path.substring(0, path.indexOf('/')) : path;
            String last = path.substring(path.lastIndexOf('/') + 1);
            return last.indexOf('.') < 0 && !NOT_PAGES.contains(first);
        }
    }
}

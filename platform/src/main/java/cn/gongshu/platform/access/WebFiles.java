package cn.gongshu.platform.access;

import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Paths of the web application's files and places. They are judged decoded, as controllers are found. */
final class WebFiles {

    /** First parts of paths that belong to the server, whether or not a route stands under them. */
    private static final Set<String> SERVERS = PermissionTable.routes().stream()
            .map(route -> names(route.pattern()).getFirst())
            .collect(Collectors.toUnmodifiableSet());

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_~-][A-Za-z0-9._~-]*");

    private WebFiles() {}

    /** True when reading {@code path}, as it stands in the request, can reach nothing but the web application. */
    static boolean owns(String method, String path) {
        List<String> names = names(path);
        return (method.equals("GET") || method.equals("HEAD"))
                && names.stream().allMatch(name -> PLAIN.matcher(name).matches())
                && (names.isEmpty() || !SERVERS.contains(names.getFirst()));
    }

    private static List<String> names(String path) {
        return PathContainer.parsePath(path).elements().stream()
                .filter(PathSegment.class::isInstance)
                .map(segment -> ((PathSegment) segment).valueToMatch())
                .toList();
    }
}

package cn.gongshu.platform.access;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import java.util.List;
import java.util.Optional;

import static cn.gongshu.platform.access.Route.delete;
import static cn.gongshu.platform.access.Route.get;
import static cn.gongshu.platform.access.Route.post;

/**
 * The one table of who may do what, for every HTTP stack: each route with its operation. A path that is not in it is
 * refused; a test lists the routes of all stacks and fails on one that is missing here.
 */
public final class PermissionTable {

    private static final List<Route> ROUTES = List.of(
            get("/api/v1/installation", Operation.SEE_PUBLIC),
            post("/api/v1/setup", Operation.SET_UP),
            post("/api/v1/session", Operation.SIGN_IN),
            get("/api/v1/session", Operation.SEE_OWN_SESSION),
            delete("/api/v1/session", Operation.SEE_OWN_SESSION),
            post("/api/v1/organisations", Operation.ADMINISTER_ACCOUNTS),
            get("/api/v1/organisations", Operation.SEE_ACCOUNTS),
            post("/api/v1/officers", Operation.ADMINISTER_ACCOUNTS),
            get("/api/v1/officers", Operation.SEE_ACCOUNTS),
            post("/api/v1/officers/{id}/access-grants", Operation.GRANT_ACCESS),
            delete("/api/v1/officers/{id}/access-grants", Operation.GRANT_ACCESS),
            get("/api/v1/catalogue-items", Operation.SEE_CATALOGUE),
            get("/api/v1/catalogue-items/{id}", Operation.SEE_CATALOGUE),
            post("/api/v1/catalogue-imports", Operation.COMPILE_CATALOGUE),
            get("/api/v1/publication-batches", Operation.SEE_PUBLIC),
            post("/api/v1/publication-batches", Operation.PUBLISH_BATCH),
            post("/api/v1/catalogue-items/{id}/level-changes", Operation.CHANGE_LEVEL),
            post("/api/v1/catalogue-items/{id}/level-changes/{n}/confirmation", Operation.CHANGE_LEVEL),
            post("/api/v1/catalogue-items/{id}/suspension", Operation.SUSPEND_ITEM),
            post("/api/v1/catalogue-items/{id}/resumption", Operation.RESUME_ITEM),
            get("/api/v1/products", Operation.SEE_MARKET),
            get("/api/v1/products/{code}", Operation.SEE_MARKET),
            post("/api/v1/product-list-imports", Operation.COMPILE_PRODUCT_LIST),
            post("/api/v1/products/{code}/registration-applications", Operation.APPLY_FOR_REGISTRATION),
            post("/api/v1/products/{code}/legal-gates", Operation.FILE_LEGAL_GATE),
            post("/api/v1/products/{code}/trial-prices", Operation.FILE_TRIAL_PRICE),
            post("/api/v1/products/{code}/activations", Operation.ACTIVATE_PRODUCT),
            post("/api/v1/products/{code}/refreshes", Operation.ACTIVATE_PRODUCT),
            get("/api/v1/mandates", Operation.SEE_MANDATES),
            get("/api/v1/mandates/{id}/suspension-preview", Operation.SUSPEND_MANDATE),
            post("/api/v1/mandates/{id}/suspension", Operation.SUSPEND_MANDATE),
            post("/api/v1/mandates/{id}/resumption", Operation.RESUME_MANDATE),
            post("/api/v1/transcribed-acts", Operation.TRANSCRIBE),
            post("/api/v1/transcribed-acts/{id}/confirmation", Operation.TRANSCRIBE),
            post("/api/v1/transcribed-acts/{id}/signatures", Operation.SIGN),
            get("/api/v1/transcribed-acts/{id}/contract", Operation.SEE_MANDATES),
            post("/api/v1/subscriptions", Operation.SUBSCRIBE),
            post("/api/v1/api-keys", Operation.ISSUE_API_KEY),
            delete("/api/v1/api-keys/{id}", Operation.REVOKE_API_KEY),
            post("/api/v1/officers/{id}/represented-subject", Operation.IDENTIFY_SUBJECT),
            post("/api/v1/consents", Operation.CONSENT),
            get("/api/v1/consents", Operation.SEE_OWN_CONSENTS),
            post("/api/v1/consents/{id}/withdrawal", Operation.SEE_OWN_CONSENTS),
            post("/api/v1/consents/{id}/confirmation", Operation.SEE_OWN_CONSENTS),
            post("/api/v1/opt-outs", Operation.SEE_OWN_CONSENTS),
            get("/api/v1/entries", Operation.SEE_ENTRIES),
            get("/api/v1/entry-counts", Operation.SEE_ENTRIES),
            get("/api/v1/receipts/{id}", Operation.SEE_ENTRIES),
            post("/api/v1/reconciliations", Operation.RECONCILE),
            get("/log/{name}/checkpoint", Operation.SEE_PUBLIC),
            get("/log/{name}/tile/{*path}", Operation.SEE_PUBLIC),
            post("/open/v1/products/{code}", Operation.USE_PRODUCT),
            get("/v3/api-docs", Operation.SEE_PUBLIC),
            get("/actuator/health", Operation.SEE_HEALTH));

    private static final List<Compiled> COMPILED = ROUTES.stream()
            .map(route -> new Compiled(route, PathPatternParser.defaultInstance.parse(route.pattern())))
            .toList();

    private PermissionTable() {}

    public static List<Route> routes() {
        return ROUTES;
    }

    /** The route that serves {@code method} on {@code path}, or empty: then it is refused. */
    public static Optional<Route> find(String method, String path) {
        PathContainer container = PathContainer.parsePath(path);
        String effective = method.equals("HEAD") ? "GET" : method;
        return COMPILED.stream()
                .filter(entry -> entry.route.method().equals(effective) && entry.pattern.matches(container))
                .map(Compiled::route)
                .findFirst();
    }

    /** Methods that {@code path} does answer, in alphabetical order. */
    public static List<String> methods(String path) {
        PathContainer container = PathContainer.parsePath(path);
        return COMPILED.stream()
                .filter(entry -> entry.pattern.matches(container))
                .map(entry -> entry.route.method())
                .sorted()
                .toList();
    }

    private record Compiled(Route route, PathPattern pattern) {}
}

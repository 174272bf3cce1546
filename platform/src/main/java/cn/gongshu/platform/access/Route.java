package cn.gongshu.platform.access;

/**
 * One address of one HTTP stack and the operation it performs.
 *
 * @param method HTTP method in capitals
 * @param pattern path pattern as the controllers declare it, such as {@code /api/v1/products/{code}}
 * @param operation what it does
 */
public record Route(String method, String pattern, Operation operation) {

    static Route get(String pattern, Operation operation) {
        return new Route("GET", pattern, operation);
    }

    static Route post(String pattern, Operation operation) {
        return new Route("POST", pattern, operation);
    }

    static Route delete(String pattern, Operation operation) {
        return new Route("DELETE", pattern, operation);
    }
}

package cn.gongshu.platform.access;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.platform.http.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Finds out who asks (bearer token) and lets the request pass only if the permission table allows it. */
public final class SessionFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final Sessions sessions;
    private final AccessRules rules;
    private final ProblemWriter problems;

    public SessionFilter(Sessions sessions, AccessRules rules, ProblemWriter problems) {
        this.sessions = sessions;
        this.rules = rules;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Operation operation = operation(request);
        List<String> methods = PermissionTable.methods(request.getRequestURI());
        if (operation == null && !methods.isEmpty()) {
            response.setHeader("Allow", String.join(", ", methods));
            problems.write(Refusal.of(ErrorCode.METHOD_NOT_ALLOWED), request, response);
            return;
        }
        Officer officer =
                operation != null && operation.audience() == Operation.Audience.KEY_HOLDERS ? null : officer(request);
        Optional<Refusal> refusal = rules.refusal(operation, officer);
        if (refusal.isPresent()) {
            problems.write(refusal.get(), request, response);
            return;
        }
        if (officer != null) {
            var token = UsernamePasswordAuthenticationToken.authenticated(
                    officer, null, AuthorityUtils.createAuthorityList("OFFICER"));
            SecurityContextHolder.getContext().setAuthentication(token);
        }
        chain.doFilter(request, response);
    }

    /** Files of the web application are public and carry no data; everything else must be in the table. */
    private static @Nullable Operation operation(HttpServletRequest request) {
        String path = request.getRequestURI();
        return PermissionTable.find(request.getMethod(), path)
                .map(Route::operation)
                .orElseGet(() -> WebFiles.owns(request.getMethod(), path) ? Operation.SEE_PUBLIC : null);
    }

    private @Nullable Officer officer(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null || !header.startsWith(BEARER)) {
            return null;
        }
        return sessions.officer(header.substring(BEARER.length())).orElse(null);
    }
}

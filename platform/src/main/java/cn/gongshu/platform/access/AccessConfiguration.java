package cn.gongshu.platform.access;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.LegalDate;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.platform.http.BodyLimitFilter;
import cn.gongshu.platform.http.ProblemWriter;
import cn.gongshu.platform.http.TraceIds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;

import java.security.SecureRandom;
import java.util.Map;

/** Puts the permission table in front of every servlet. */
@Configuration
class AccessConfiguration {

    /** Largest request body of the control plane, in bytes. */
    static final long BODY_LIMIT = 1 << 20;

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder();
    }

    @Bean
    TraceIds traceIds(SecureRandom random) {
        return new TraceIds(random);
    }

    @Bean
    ProblemWriter problemWriter(TraceIds traceIds) {
        return new ProblemWriter(traceIds);
    }

    /** An address that could be read in two ways (such as one with {@code ..}) is refused before anything looks at it. */
    @Bean
    RequestRejectedHandler ambiguousAddress(ProblemWriter problems) {
        return (request, response, rejected) -> problems.write(
                Refusal.of(ErrorCode.MALFORMED, Map.of("what", "地址", "what@en", "address")), request, response);
    }

    @Bean
    AccessRules accessRules(LegalDate legalDate) {
        return new AccessRules(legalDate);
    }

    /** One chain for everything: no cookies, so no forged cross-site request can carry a session. */
    @Bean
    SecurityFilterChain chain(HttpSecurity http, Sessions sessions, AccessRules rules, ProblemWriter problems)
            throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(
                        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                                + "frame-ancestors 'none'; base-uri 'self'")))
                .addFilterBefore(new BodyLimitFilter(BODY_LIMIT, problems), UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(
                        new SessionFilter(sessions, rules, problems), UsernamePasswordAuthenticationFilter.class)
                // The session filter has judged the route by the permission table already.
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}

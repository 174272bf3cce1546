package cn.gongshu.platform.access;

import cn.gongshu.platform.http.Required;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/** Sign-in, who am I, sign-out. */
@RestController
@RequestMapping("/api/v1/session")
class SessionController {

    private static final int BEARER = "Bearer ".length();

    private final SignIn signIn;
    private final Sessions sessions;

    SessionController(SignIn signIn, Sessions sessions) {
        this.signIn = signIn;
        this.sessions = sessions;
    }

    @PostMapping
    Opened open(@RequestBody Credentials credentials) {
        String user = Required.text("user", credentials.user, 64);
        String password = Required.text("password", credentials.password, 200);
        String token = signIn.signIn(user, password).orThrow();
        return new Opened(token, User.of(sessions.officer(token).orElseThrow()));
    }

    @GetMapping
    User who(@AuthenticationPrincipal Officer officer) {
        return User.of(officer);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(HttpServletRequest request) {
        sessions.end(request.getHeader("Authorization").substring(BEARER));
    }

    record Credentials(@Nullable String user, @Nullable String password) {
        @Override
        public String toString() {
            return "Credentials[hidden]";
        }
    }

    record Opened(String token, User user) {}

    record Organisation(String id, String name) {}

    /**
     * Who is signed in.
     *
     * @param operations what the roles may ask
     * @param grantedThrough last legal date of the access grant; null when there is none today
     */
    record User(
            String name,
            String display,
            Organisation organisation,
            List<Role> roles,
            List<Operation> operations,
            @Nullable String grantedThrough) {
        static User of(Officer officer) {
            return new User(
                    officer.userName(),
                    officer.displayName(),
                    new Organisation(officer.organisation().value(), officer.organisationName()),
                    officer.roles().stream().sorted().toList(),
                    Operation.heldBy(officer.roles()),
                    officer.grant() == null ? null : officer.grant().until().toString());
        }
    }
}

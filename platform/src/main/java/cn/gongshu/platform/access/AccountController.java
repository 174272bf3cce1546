package cn.gongshu.platform.access;

import cn.gongshu.kernel.CreditCode;
import cn.gongshu.kernel.Term;
import cn.gongshu.platform.access.Accounts.Grant;
import cn.gongshu.platform.access.Accounts.Keepers;
import cn.gongshu.platform.access.Accounts.NewOfficer;
import cn.gongshu.platform.access.Accounts.NewOrganisation;
import cn.gongshu.platform.http.Required;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Set-up, organisations, officers and access grants. */
@RestController
@RequestMapping("/api/v1")
class AccountController {

    private static final int MIN_PASSWORD = 10;

    /** bcrypt takes no more. */
    private static final int MAX_PASSWORD_BYTES = 72;

    private final Accounts accounts;

    AccountController(Accounts accounts) {
        this.accounts = accounts;
    }

    @PostMapping("/setup")
    @ResponseStatus(HttpStatus.CREATED)
    void setUp(@RequestBody SetUpBody body) {
        NewOrganisation organisation =
                Required.value("organisation", body.organisation).read();
        NewOfficer system = keeper("administrator", body.administrator, Role.SYSTEM_ADMINISTRATOR, organisation);
        NewOfficer security =
                keeper("securityAdministrator", body.securityAdministrator, Role.SECURITY_ADMINISTRATOR, organisation);
        if (system.user().equals(security.user())) {
            throw Required.invalid("securityAdministrator.user", "与 administrator 不同的人", "another person");
        }
        Grant grant = Required.value("grant", body.grant).read();
        accounts.setUp(Required.text("code", body.code, 64), organisation, new Keepers(system, security, grant))
                .orThrow();
    }

    private static NewOfficer keeper(
            String field, @Nullable OfficerBody body, Role role, NewOrganisation organisation) {
        NewOfficer keeper = Required.value(field, body).read(Set.of(role));
        if (!keeper.organisation().equals(organisation.id())) {
            throw Required.invalid(field + ".organisation", "与 organisation.id 相同", "the same as organisation.id");
        }
        return keeper;
    }

    @PostMapping("/organisations")
    @ResponseStatus(HttpStatus.CREATED)
    void addOrganisation(@RequestBody OrganisationBody body, @AuthenticationPrincipal Officer by) {
        accounts.addOrganisation(body.read(), by).orThrow();
    }

    @GetMapping("/organisations")
    List<Map<String, Object>> organisations() {
        return accounts.organisations();
    }

    @PostMapping("/officers")
    @ResponseStatus(HttpStatus.CREATED)
    void addOfficer(@RequestBody OfficerBody body, @AuthenticationPrincipal Officer by) {
        accounts.addOfficer(body.read(body.roleSet()), by).orThrow();
    }

    @GetMapping("/officers")
    List<Map<String, Object>> officers() {
        return accounts.officers();
    }

    @PostMapping("/officers/{id}/access-grants")
    @ResponseStatus(HttpStatus.CREATED)
    void grant(@PathVariable String id, @RequestBody GrantBody body, @AuthenticationPrincipal Officer by) {
        accounts.grant(id, body.read(), by).orThrow();
    }

    @DeleteMapping("/officers/{id}/access-grants")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endAccess(@PathVariable String id, @AuthenticationPrincipal Officer by) {
        accounts.endAccess(id, by).orThrow();
    }

    record SetUpBody(
            @Nullable String code,
            @Nullable OrganisationBody organisation,
            @Nullable OfficerBody administrator,
            @Nullable OfficerBody securityAdministrator,
            @Nullable GrantBody grant) {}

    record OrganisationBody(
            @Nullable String id,
            @Nullable String name,
            @Nullable String nameEn,
            @Nullable String creditCode) {
        NewOrganisation read() {
            if (creditCode != null && CreditCode.parse(creditCode).isEmpty()) {
                throw Required.invalid("creditCode", "统一社会信用代码校验位", "check digit of the unified social credit code");
            }
            return new NewOrganisation(
                    Required.id("id", id),
                    Required.text("name", name, 100),
                    Required.text("nameEn", nameEn, 200),
                    creditCode);
        }
    }

    record GrantBody(
            @Nullable String purpose,
            @Nullable String from,
            @Nullable String lastDay) {
        Grant read() {
            Term term = Term.throughLastDay(Required.date("grant.from", from), Required.date("grant.lastDay", lastDay));
            return new Grant(Required.text("grant.purpose", purpose, 200), term);
        }
    }

    record OfficerBody(
            @Nullable String user,
            @Nullable String display,
            @Nullable String organisation,
            @Nullable List<String> roles,
            @Nullable String password) {

        NewOfficer read(Set<Role> granted) {
            String secret = Required.text("password", password, 200);
            if (secret.length() < MIN_PASSWORD) {
                throw Required.invalid("password", "至少 10 个字符", "at least 10 characters");
            }
            if (secret.getBytes(StandardCharsets.UTF_8).length > MAX_PASSWORD_BYTES) {
                throw Required.invalid("password", "至多 72 字节（24 个汉字）", "at most 72 bytes");
            }
            return new NewOfficer(
                    Required.text("user", user, 64),
                    Required.text("display", display, 100),
                    Required.text("organisation", organisation, 64),
                    granted,
                    secret);
        }

        Set<Role> roleSet() {
            Set<Role> read = EnumSet.noneOf(Role.class);
            for (String role : Required.value("roles", roles)) {
                try {
                    read.add(Role.valueOf(role));
                } catch (IllegalArgumentException unknown) {
                    throw Required.invalid("roles", "已定义的角色", "a defined role");
                }
            }
            if (read.isEmpty()) {
                throw Required.invalid("roles", "至少一个角色", "at least one role");
            }
            return read;
        }

        @Override
        public String toString() {
            return "OfficerBody[hidden]";
        }
    }
}

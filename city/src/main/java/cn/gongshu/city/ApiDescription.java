package cn.gongshu.city;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Language;
import cn.gongshu.platform.access.Operation;
import cn.gongshu.platform.access.PermissionTable;
import cn.gongshu.platform.access.Role;
import cn.gongshu.platform.access.Route;
import cn.gongshu.platform.http.Problem;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.PathParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Describes every address at {@code /v3/api-docs}, from the permission table: what it does, who may, how it refuses. */
@Configuration
class ApiDescription {

    private static final String SESSION = "session";
    private static final String API_KEY = "apiKey";
    private static final String PROBLEM = "Problem";
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    @Bean
    OpenApiCustomizer fromThePermissionTable() {
        return api -> {
            api.info(
                    new Info()
                            .title("公数 Gongshu")
                            .version(Objects.requireNonNullElse(
                                    ApiDescription.class.getPackage().getImplementationVersion(), "development"))
                            .description(
                                    "拒绝与故障一律为 RFC 9457 文档，文字随 Accept-Language（zh 在先）。 "
                                            + "Refusals and faults are RFC 9457 documents, their words by Accept-Language (zh first)."));
            components(api);
            PermissionTable.routes().forEach(route -> describe(api, route));
        };
    }

    private static void components(OpenAPI api) {
        Components components = Objects.requireNonNullElseGet(api.getComponents(), Components::new);
        api.components(components);
        components.addSecuritySchemes(
                SESSION, bearer("登录所得令牌（POST /api/v1/session） the token of a sign-in (POST /api/v1/session)"));
        components.addSecuritySchemes(
                API_KEY,
                bearer("订购单位签发的接口密钥（POST /api/v1/api-keys） the API key a subscriber issued (POST /api/v1/api-keys)"));
        components.addSchemas(PROBLEM, problem());
        components.addResponses(
                PROBLEM, new ApiResponse().description("拒绝 refused").content(problemContent()));
    }

    private static SecurityScheme bearer(String words) {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description(words);
    }

    private static Schema<?> problem() {
        Schema<?> schema = new ObjectSchema().description("RFC 9457");
        for (String member : List.of("type", "title", "detail")) {
            schema.addProperty(member, new StringSchema());
        }
        List<String> codes = Arrays.stream(ErrorCode.values()).map(Enum::name).toList();
        schema.addProperty("status", new IntegerSchema());
        schema.addProperty("code", new StringSchema()._enum(codes));
        schema.addProperty("clause", new StringSchema().description("条款 clause，如 such as R082"));
        schema.addProperty("fix", new StringSchema().description("怎么办 what to do"));
        schema.addProperty("mender", new StringSchema().description("可处理者 who can mend it"));
        schema.addProperty("traceId", new StringSchema().description("告知系统管理员的编号 to name it to the administrator"));
        return schema.required(List.of("type", "title", "status", "detail", "code", "fix", "mender", "traceId"));
    }

    static Content problemContent() {
        Schema<?> ref = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
        return new Content().addMediaType(Problem.CONTENT_TYPE, new MediaType().schema(ref));
    }

    private static void describe(OpenAPI api, Route route) {
        String path = route.pattern().replace("{*", "{");
        PathItem item = api.getPaths().computeIfAbsent(path, _ -> new PathItem());
        HttpMethod method = HttpMethod.valueOf(route.method());
        var operation = item.readOperationsMap().get(method);
        if (operation == null) {
            operation = undeclared(path);
            item.operation(method, operation);
        }
        Operation does = route.operation();
        operation.summary(both(does)).description(who(does)).security(security(does));
        operation.getResponses().addApiResponse("4XX", refused());
        operation.getResponses().addApiResponse("5XX", refused());
        if (does.audience() == Operation.Audience.KEY_HOLDERS) {
            ProductCallDescription.describe(operation);
        }
    }

    /** An address that no controller of ours declares: a file, or one of the framework's. */
    private static io.swagger.v3.oas.models.Operation undeclared(String path) {
        var operation = new io.swagger.v3.oas.models.Operation()
                .responses(new ApiResponses().addApiResponse("200", new ApiResponse().description("OK")));
        VARIABLE.matcher(path)
                .results()
                .forEach(name -> operation.addParametersItem(
                        new PathParameter().name(name.group(1)).schema(new StringSchema())));
        return operation;
    }

    private static ApiResponse refused() {
        return new ApiResponse().$ref("#/components/responses/" + PROBLEM);
    }

    private static String both(Operation operation) {
        return operation.in(Language.ZH) + " " + operation.in(Language.EN);
    }

    private static String who(Operation operation) {
        return switch (operation.audience()) {
            case ANYONE -> "任何人 anyone";
            case SIGNED_IN -> "已登录者 anyone signed in";
            case KEY_HOLDERS -> "持接口密钥者 holders of an API key";
            case ROLES ->
                "角色 roles: "
                        + operation.roles().stream().sorted().map(Role::name).collect(Collectors.joining(", "));
        };
    }

    /** One empty requirement says that none is needed. */
    private static List<SecurityRequirement> security(Operation operation) {
        return List.of(
                switch (operation.audience()) {
                    case ANYONE -> new SecurityRequirement();
                    case SIGNED_IN, ROLES -> new SecurityRequirement().addList(SESSION);
                    case KEY_HOLDERS -> new SecurityRequirement().addList(API_KEY);
                });
    }
}

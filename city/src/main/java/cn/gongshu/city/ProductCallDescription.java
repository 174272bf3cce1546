package cn.gongshu.city;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.platform.delivery.Subject;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.PathParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Describes a call at the product door, which reads its bytes itself and so declares nothing that could be read off. */
final class ProductCallDescription {

    /** What the door refuses with, beside faults. */
    private static final List<ErrorCode> REFUSALS = List.of(
            ErrorCode.MALFORMED,
            ErrorCode.FIELD_MISSING,
            ErrorCode.FIELD_INVALID,
            ErrorCode.PURPOSE_MISSING,
            ErrorCode.SUBJECT_ID_INVALID,
            ErrorCode.KEY_UNKNOWN,
            ErrorCode.KEY_EXPIRED,
            ErrorCode.NO_MANDATE,
            ErrorCode.LINK_SUSPENDED,
            ErrorCode.LINK_TERMINATED,
            ErrorCode.LINK_NOT_YET,
            ErrorCode.LINK_EXPIRED,
            ErrorCode.LINK_UNSIGNED,
            ErrorCode.ITEM_NOT_IN_FORCE,
            ErrorCode.LEVEL_ABOVE_SCOPE,
            ErrorCode.PURPOSE_OUTSIDE,
            ErrorCode.RECIPIENT_OUTSIDE,
            ErrorCode.COLUMN_OUTSIDE,
            ErrorCode.FORM_OUTSIDE,
            ErrorCode.CONDITION_FAILED,
            ErrorCode.CONDITION_UNKNOWN,
            ErrorCode.NOT_LIVE,
            ErrorCode.CONSENT_MISSING,
            ErrorCode.PRODUCT_UNKNOWN,
            ErrorCode.SUBJECT_NOT_FOUND,
            ErrorCode.METHOD_NOT_ALLOWED,
            ErrorCode.IDEMPOTENCY_CONFLICT,
            ErrorCode.DATA_CHANGED,
            ErrorCode.BODY_TOO_LARGE,
            ErrorCode.CONTENT_TYPE,
            ErrorCode.QUOTA_SPENT,
            ErrorCode.CHAIN_STATE_UNKNOWN,
            ErrorCode.CLOCK_WENT_BACK,
            ErrorCode.OVERLOADED);

    private ProductCallDescription() {}

    static void describe(Operation operation) {
        operation.parameters(List.of(
                text(new PathParameter(), "code", "产品编号 code of the product", "P37"),
                text(
                        new HeaderParameter().required(true),
                        "Idempotency-Key",
                        "同一键重发得到同一答复，只计一次；至多 100 个可见 ASCII 字符 "
                                + "sent again it gets the same answer and is counted once; at most 100 visible ASCII characters",
                        "2026-11-25-0001"),
                text(new HeaderParameter(), "Accept-Language", "拒绝的文字 words of a refusal", "zh")));
        operation.requestBody(new RequestBody().required(true).content(json(body())));
        ApiResponses responses = operation.getResponses();
        responses.put(
                "200", new ApiResponse().description("答复与回执 answer and receipt").content(json(answer())));
        refusals()
                .forEach((status, codes) -> responses.put(
                        status.toString(),
                        new ApiResponse().description(codes).content(ApiDescription.problemContent())));
    }

    private static Map<Integer, String> refusals() {
        return REFUSALS.stream()
                .collect(Collectors.groupingBy(
                        ErrorCode::status, TreeMap::new, Collectors.mapping(Enum::name, Collectors.joining(" | "))));
    }

    private static Parameter text(Parameter parameter, String name, String words, String example) {
        return parameter
                .name(name)
                .description(words)
                .schema(new StringSchema())
                .example(example);
    }

    private static Content json(Schema<?> schema) {
        return new Content().addMediaType("application/json", new MediaType().schema(schema));
    }

    private static Schema<?> body() {
        Schema<?> body = new ObjectSchema();
        body.addProperty(
                "purpose",
                new StringSchema().description("订购时约定的用途 the purpose agreed").example("employment-support"));
        body.addProperty("subject", subject());
        body.addProperty(
                "parameters",
                new ObjectSchema()
                        .description(
                                "输入项，见 GET /api/v1/products/{code} inputs, as GET /api/v1/products/{code} lists them")
                        .additionalProperties(true)
                        .example(Map.of("from", "2025-01", "to", "2025-12")));
        return body.required(List.of("purpose")).additionalProperties(false);
    }

    private static Schema<?> subject() {
        List<String> kinds =
                Arrays.stream(Subject.Kind.values()).map(Enum::name).toList();
        Schema<?> subject = new ObjectSchema();
        subject.description("数据主体；不针对个别主体的产品不收此项 whom it is about; left out for a product about no single subject");
        subject.addProperty("kind", new StringSchema()._enum(kinds));
        subject.addProperty("id", new StringSchema().description("居民身份证号或统一社会信用代码 resident id or credit code"));
        return subject.required(List.of("kind", "id")).additionalProperties(false);
    }

    private static Schema<?> answer() {
        Schema<?> answer = new ObjectSchema();
        answer.addProperty("data", new Schema<>().description("产品的答复 the product's answer"));
        answer.addProperty("asOf", new StringSchema().description("数据的法定日期 legal date the data stand at"));
        answer.addProperty("receipt", new ObjectSchema().description("可验证的回执 receipt that anyone can verify"));
        answer.addProperty("lineage", new ObjectSchema().description("产品、目录项、快照 product, items, snapshots"));
        return answer.required(List.of("data", "asOf", "receipt", "lineage"));
    }
}

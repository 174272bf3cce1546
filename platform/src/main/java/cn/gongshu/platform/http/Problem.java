package cn.gongshu.platform.http;

import cn.gongshu.kernel.CanonicalJson;
import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Language;
import cn.gongshu.kernel.Refusal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A refusal or fault as an RFC 9457 document: what and why, clause, what to do, who can mend it, trace id. Both HTTP
 * stacks answer with it.
 */
public record Problem(int status, Map<String, Object> members) {

    public static final String CONTENT_TYPE = "application/problem+json";

    /** The document for {@code refusal} in {@code language}; {@code traceId} leads an administrator to the diagnostics. */
    public static Problem of(Refusal refusal, Language language, String traceId) {
        ErrorCode code = refusal.code();
        Map<String, String> details = new HashMap<>(refusal.details());
        details.put("trace", traceId);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(
                "type",
                "urn:gongshu:problem:"
                        + code.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        members.put("title", code.reason(language, details));
        members.put("status", code.status());
        members.put("detail", detail(refusal, language, details));
        members.put("code", code.name());
        if (refusal.clause() != null) {
            members.put("clause", refusal.clause());
        }
        members.put("fix", code.fix(language, details));
        members.put("mender", code.mender().in(language));
        members.put("traceId", traceId);
        return new Problem(code.status(), members);
    }

    public byte[] bytes() {
        return CanonicalJson.bytes(members);
    }

    private static String detail(Refusal refusal, Language language, Map<String, String> details) {
        ErrorCode code = refusal.code();
        String reason = code.reason(language, details);
        String fix = code.fix(language, details);
        String mender = code.mender().in(language);
        if (language == Language.ZH) {
            String clause = refusal.clause() == null ? "" : "依据：" + refusal.clause() + "。";
            return reason + "。" + clause + fix + "（可处理者：" + mender + "）。";
        }
        String clause = refusal.clause() == null ? "" : " Clause: " + refusal.clause() + ".";
        return reason + "." + clause + " " + fix + " (can be mended by " + mender + ").";
    }
}

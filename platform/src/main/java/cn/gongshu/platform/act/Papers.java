package cn.gongshu.platform.act;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.LegalDate;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.kernel.RefusedException;
import cn.gongshu.platform.http.Required;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes in the papers that acts rest on: none bears a later date than the day the act is done. */
@Component
public class Papers {

    private final LegalDate legalDate;

    Papers(LegalDate legalDate) {
        this.legalDate = legalDate;
    }

    /** The document, or a refusal under {@code clause} when there is none. */
    public Document required(Document.@Nullable Body body, String clause) {
        if (body == null) {
            throw new RefusedException(Refusal.of(ErrorCode.DOCUMENT_REQUIRED).under(clause));
        }
        return read(body);
    }

    /** The document of an act that may do without one. */
    public @Nullable Document optional(Document.@Nullable Body body) {
        return body == null ? null : read(body);
    }

    private Document read(Document.Body body) {
        Document document = body.read();
        if (document.date().isAfter(legalDate.today())) {
            throw Required.invalid("document.date", "不晚于今日", "not later than today");
        }
        return document;
    }
}

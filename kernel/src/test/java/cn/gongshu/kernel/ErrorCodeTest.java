package cn.gongshu.kernel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorCodeTest {

    @ParameterizedTest
    @EnumSource
    void every_code_says_why_and_what_to_do_in_both_languages(ErrorCode code) {
        assertThat(code.reason(Language.ZH, Map.of()))
                .matches(".*\\p{IsHan}.*")
                .doesNotContain("系统异常", "操作失败", "未知错误", "非法参数", "！");
        assertThat(code.fix(Language.ZH, Map.of())).matches(".*\\p{IsHan}.*");
        assertThat(code.reason(Language.EN, Map.of()))
                .doesNotMatch(".*\\p{IsHan}.*")
                .isNotBlank();
        assertThat(code.fix(Language.EN, Map.of()))
                .doesNotMatch(".*\\p{IsHan}.*")
                .isNotBlank();
        assertThat(code.status()).isBetween(400, 599);
    }

    @Test
    void details_fill_the_words() {
        assertThat(ErrorCode.QUOTA_SPENT.reason(Language.EN, Map.of("quota", "100", "link", "S-1")))
                .isEqualTo("The quota of 100 uses of S-1 is spent");
    }

    @Test
    void a_refusal_that_knows_better_says_what_to_do_itself() {
        Map<String, String> details = Map.of("fix", "请换一个编号", "fix@en", "Choose another id");
        assertThat(ErrorCode.WRONG_STATE.fix(Language.ZH, details)).isEqualTo("请换一个编号");
        assertThat(ErrorCode.WRONG_STATE.fix(Language.EN, details)).isEqualTo("Choose another id");
        assertThat(ErrorCode.WRONG_STATE.fix(Language.EN, Map.of())).contains("nothing more is needed");
    }

    @Test
    void who_is_to_mend_a_call_outside_the_purpose_is_the_caller() {
        assertThat(ErrorCode.PURPOSE_OUTSIDE.mender()).isEqualTo(ErrorCode.Mender.CALLER);
        assertThat(ErrorCode.GRANT_LAPSED.mender()).isEqualTo(ErrorCode.Mender.SECURITY_ADMINISTRATOR);
    }

    @Test
    void english_is_spoken_only_when_it_ranks_before_chinese() {
        assertThat(Language.accepted(null)).isEqualTo(Language.ZH);
        assertThat(Language.accepted("en-GB,zh;q=0.5")).isEqualTo(Language.EN);
        assertThat(Language.accepted("zh-CN,en;q=0.9")).isEqualTo(Language.ZH);
        assertThat(Language.accepted("fr")).isEqualTo(Language.ZH);
        assertThat(Language.accepted(";;q=x")).isEqualTo(Language.ZH);
    }
}

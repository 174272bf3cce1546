package cn.gongshu.regulation;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.ItemId;
import cn.gongshu.kernel.Language;
import cn.gongshu.kernel.Level;
import cn.gongshu.kernel.Outcome;
import cn.gongshu.kernel.Refusal;
import cn.gongshu.regulation.ItemDeclaration.Subjects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import static cn.gongshu.regulation.LevelRules.Side.DATA_PROVIDER;
import static cn.gongshu.regulation.LevelRules.Side.IMPLEMENTING_AGENCY;
import static org.assertj.core.api.Assertions.assertThat;

class ItemRulesTest {

    private static final ItemId ITEM = new ItemId("C07-01");
    private static final Subjects NAMED = new Subjects(List.of("id"), List.of("id"));

    @Test
    @Clause("R002")
    void no_item_is_published_with_an_interest_undecided() {
        for (ProtectedInterest interest : ProtectedInterest.values()) {
            Map<ProtectedInterest, Boolean> interests = decided();
            interests.remove(interest);
            Refusal refusal = Refused.in(PublicationRules.mayPublish(item(interests, Level.L3)));
            assertThat(refusal.code()).isEqualTo(ErrorCode.ITEM_LACKS);
            assertThat(refusal.clause()).isEqualTo("R002");
        }
        assertThat(PublicationRules.mayPublish(item(decided(), Level.L3))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    @Clause("R002")
    void an_item_with_personal_information_or_a_subject_key_names_its_data_subjects() {
        Map<ProtectedInterest, Boolean> nothing = decided();
        nothing.put(ProtectedInterest.PERSONAL_INFORMATION, false);
        Map<ProtectedInterest, Boolean> personal = decided();
        personal.put(ProtectedInterest.PERSONAL_INFORMATION, true);
        for (Subjects subjects : List.of(
                Subjects.NONE, new Subjects(List.of(), List.of("id")), new Subjects(List.of("id"), List.of()))) {
            assertThat(PublicationRules.lacks(about(subjects, personal))).containsExactly(Lack.SUBJECTS);
        }
        assertThat(PublicationRules.lacks(about(new Subjects(List.of(), List.of("id")), nothing)))
                .containsExactly(Lack.SUBJECTS);
        assertThat(PublicationRules.lacks(about(NAMED, personal))).isEmpty();
        assertThat(PublicationRules.lacks(about(Subjects.NONE, nothing))).isEmpty();
    }

    private static ItemDeclaration about(Subjects subjects, Map<ProtectedInterest, Boolean> interests) {
        return new ItemDeclaration(
                ITEM, List.of("id"), subjects, interests, UpdateFrequency.DAILY, "完整率 99%", Level.L3);
    }

    @Test
    @Clause("R002")
    void a_state_secret_is_never_published() {
        Map<ProtectedInterest, Boolean> interests = decided();
        interests.put(ProtectedInterest.STATE_SECRET, true);
        Refusal refusal = Refused.in(PublicationRules.mayPublish(item(interests, Level.L3)));
        assertThat(refusal.code().reason(Language.ZH, refusal.details())).isEqualTo("目录项 C07-01 属国家秘密，不得授权运营");
    }

    @Test
    @Clause("I06")
    void core_data_is_never_published() {
        assertThat(Refused.in(PublicationRules.mayPublish(item(decided(), Level.CORE)))
                        .clause())
                .isEqualTo("I06");
        assertThat(PublicationRules.mayPublish(item(decided(), null))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    @Clause("Q06")
    void an_item_without_columns_says_so() {
        ItemDeclaration bare =
                new ItemDeclaration(ITEM, List.of(), NAMED, decided(), UpdateFrequency.DAILY, "完整率 99%", null);
        assertThat(PublicationRules.lacks(bare)).containsExactly(Lack.COLUMNS);
        assertThat(Refused.in(PublicationRules.mayPublish(bare)).clause()).isEqualTo("Q06");
    }

    @Test
    @Clause("R071")
    void frequency_and_quality_are_promised_before_publication() {
        ItemDeclaration bare = new ItemDeclaration(ITEM, List.of("paid_month"), NAMED, decided(), null, " ", null);
        assertThat(PublicationRules.lacks(bare)).containsExactly(Lack.FREQUENCY, Lack.QUALITY_PROMISE);
        Refusal refusal = Refused.in(PublicationRules.mayPublish(bare));
        assertThat(refusal.code().reason(Language.ZH, refusal.details())).isEqualTo("目录项 C07-01 尚缺：更新频率、质量要求");
        assertThat(refusal.details()).containsEntry("lacks@en", "update frequency, quality promise");
    }

    @Test
    @Clause("R072a")
    void a_raise_takes_effect_at_once_and_nothing_else_does() {
        for (Level from : Level.values()) {
            for (Level to : Level.values()) {
                Outcome<LevelRules.Effect> outcome =
                        LevelRules.ask(new LevelRules.Change(ITEM, from, to, DATA_PROVIDER, true));
                assertThat(outcome)
                        .isEqualTo(Outcome.done(
                                to.above(from) ? LevelRules.Effect.AT_ONCE : LevelRules.Effect.WAITS_FOR_OTHER_SIDE));
            }
        }
    }

    @Test
    @Clause("R072a")
    void lowering_needs_a_document_and_the_other_side() {
        LevelRules.Change bare = new LevelRules.Change(ITEM, Level.L4, Level.L3, IMPLEMENTING_AGENCY, false);
        assertThat(Refused.in(LevelRules.ask(bare)).code()).isEqualTo(ErrorCode.DOCUMENT_REQUIRED);
        LevelRules.Change change = new LevelRules.Change(ITEM, Level.L4, Level.L3, IMPLEMENTING_AGENCY, true);
        Refusal own = Refused.in(LevelRules.confirm(change, IMPLEMENTING_AGENCY));
        assertThat(own.code().reason(Language.ZH, own.details())).isEqualTo("目录项 C07-01 的定级变更处于“待数据提供单位确认”，不能由实施机构确认");
        assertThat(LevelRules.confirm(change, DATA_PROVIDER)).isEqualTo(Outcome.done(Level.L3));
    }

    @Test
    @Clause("I05")
    void the_strictest_column_gives_the_level_and_an_unlevelled_one_is_the_highest() {
        assertThat(LevelRules.strictest(List.of(Level.L1, Level.L3, Level.L2))).isEqualTo(Level.L3);
        assertThat(LevelRules.strictest(Arrays.asList(Level.L1, null))).isEqualTo(Level.CORE);
        assertThat(LevelRules.strictest(List.of())).isEqualTo(Level.CORE);
    }

    private static ItemDeclaration item(Map<ProtectedInterest, Boolean> interests, @Nullable Level level) {
        return new ItemDeclaration(
                ITEM, List.of("paid_month"), NAMED, interests, UpdateFrequency.DAILY, "完整率 99%", level);
    }

    private static Map<ProtectedInterest, Boolean> decided() {
        Map<ProtectedInterest, Boolean> interests = new EnumMap<>(ProtectedInterest.class);
        for (ProtectedInterest interest : ProtectedInterest.values()) {
            interests.put(interest, interest == ProtectedInterest.PERSONAL_INFORMATION);
        }
        return interests;
    }
}

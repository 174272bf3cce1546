package cn.gongshu.city.demo;

import cn.gongshu.city.demo.Step.Got;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Fifth chapter: what is stopped stops at every door within a second, and comes back when it is resumed (R06A, R072a). */
final class StopChapter {

    private static final LocalDate PAPER = LocalDate.of(2026, 11, 20);

    private StopChapter() {}

    static List<Step> steps() {
        return List.of(
                Step.trial(
                        "level-raised",
                        "市人社局",
                        "C07-01 调至 L4，高于授权上限",
                        "R072a",
                        "一秒内拒绝 LEVEL_ABOVE_SCOPE",
                        StopChapter::raised),
                Step.trial("level-corrected", "市人社局、市数管局", "双方附依据更正误调的级别", "R072a", "恢复答复", StopChapter::corrected),
                Step.trial(
                        "suspension",
                        "市数管局",
                        "暂停授权运营协议，逐门一试",
                        "R06A",
                        "一秒后每道门都拒绝 LINK_SUSPENDED",
                        StopChapter::suspended),
                Step.trial("resumption", "市数管局", "恢复授权运营协议", "R06A", "恢复答复", StopChapter::resumed));
    }

    private static Got raised(World world) {
        Answer raised = world.caller()
                .post(
                        "/api/v1/catalogue-items/C07-01/level-changes",
                        world.token("provider-chen"),
                        Map.of("level", "L4", "reason", "误判含敏感信息", "document", Papers.document("定级调整单", PAPER)));
        second();
        Answer refused = DeliveryChapter.p37(world, "interrupted");
        return new Got(
                raised.inWords() + " → " + refused.inWords(),
                raised.ok() && refused.code().equals("LEVEL_ABOVE_SCOPE"));
    }

    private static Got corrected(World world) {
        Answer asked = world.caller()
                .post(
                        "/api/v1/catalogue-items/C07-01/level-changes",
                        world.token("provider-chen"),
                        Map.of("level", "L3", "reason", "更正误调", "document", Papers.document("定级更正单", PAPER)));
        String change = asked.body().path("n").asString(asked.body().path("id").asString(""));
        Answer confirmed = world.caller()
                .post(
                        "/api/v1/catalogue-items/C07-01/level-changes/" + change + "/confirmation",
                        world.token("bureau-zhou"),
                        Map.of("document", Papers.document("同意定级更正的意见", PAPER)));
        second();
        Answer answered = DeliveryChapter.p37(world, "interrupted");
        return new Got(asked.inWords() + " → " + confirmed.inWords() + " → " + answered.inWords(), answered.ok());
    }

    private static Got suspended(World world) {
        String bureau = world.token("bureau-zhou");
        Answer preview = world.caller().get("/api/v1/mandates/operating-2026/suspension-preview", bureau);
        int reaches = preview.body().path("reaches").size();
        Answer made = world.caller()
                .post(
                        "/api/v1/mandates/operating-2026/suspension",
                        bureau,
                        Map.of(
                                "previewToken",
                                        preview.body().path("previewToken").asString(),
                                "reason", "网信办通报核查",
                                "document", Papers.document("暂停执行决定书", PAPER)));
        second();
        List<Answer> answers = Doors.tryAll(world);
        long refused = answers.stream()
                .filter(answer -> answer.code().equals("LINK_SUSPENDED"))
                .count();
        return new Got(
                made.inWords() + "，预览影响 " + reaches + " 项；" + refused + "/" + answers.size() + " 道门拒绝",
                made.ok() && reaches > 0 && refused == answers.size());
    }

    private static Got resumed(World world) {
        Answer made = world.caller()
                .post(
                        "/api/v1/mandates/operating-2026/resumption",
                        world.token("bureau-zhou"),
                        Map.of("reason", "核查完毕", "document", Papers.document("恢复执行决定书", PAPER)));
        second();
        List<Answer> answers = Doors.tryAll(world);
        long answered = answers.stream().filter(Answer::ok).count();
        return new Got(
                made.inWords() + "，" + answered + "/" + answers.size() + " 道门答复",
                made.ok() && answered == answers.size());
    }

    private static void second() {
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
    }
}

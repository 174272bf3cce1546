package cn.gongshu.city.demo;

import cn.gongshu.city.Sentence;
import cn.gongshu.city.demo.Step.Got;
import cn.gongshu.evidence.verify.VerifyCommand;
import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Language;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Last chapter: anyone can check, nothing forged passes, and nothing acknowledged is lost (I11). */
final class ProofChapter {

    private static final int CALLERS = 8;
    private static final int USES = 40;
    private static final long PATIENCE_SECONDS = 60;

    /** How a start says that the log has lost what was promised or projected. */
    private static final String LOSS = ErrorCode.LOG_DAMAGED.reason(Language.EN, Map.of());

    private ProofChapter() {}

    static List<Step> steps() {
        return List.of(
                Step.trial("receipt", "任何人", "离线验证回执", "I11", "成立", world -> verified(world, "", 0)),
                Step.trial("flipped", "任何人", "改动回执一个字节", "I11", "不成立", world -> verified(world, "flip", 1)),
                Step.trial("missing-leaf", "任何人", "抽掉证明中的一个节点", "I11", "不成立", world -> verified(world, "drop", 1)),
                Step.trial("cut-log", "任何人", "以截短的日志对后来的回执", "I11", "不成立", ProofChapter::cutLog),
                Step.trial("power-loss", "系统管理员", "使用中断电，未落盘字节丢失，重启核对", "I11", "已确认的一条不少", ProofChapter::powerLoss),
                Step.trial("reconciled", "审计管理员", "重建全部投影并核对行为", "R064", "0 处不一致", ProofChapter::reconciled),
                Step.trial("muted-force", "系统管理员", "同一断电试验，但落盘被静音", "I11", "必须发现丢失", ProofChapter::mutedForce));
    }

    private static Got verified(World world, String change, int expected) {
        JsonNode receipt = DeliveryChapter.p37(world, "steady").body().path("receipt");
        return verify(world, changed(receipt, change), world.caller().baseUrl() + "/log/city", expected);
    }

    private static String changed(JsonNode receipt, String change) {
        String text = receipt.toString();
        return switch (change) {
            case "flip" -> text.replace("employment-support", "employment-suppors");
            case "drop" -> text.replaceFirst("\"proof\":\\[\"[^\"]*\",?", "\"proof\":[");
            default -> text;
        };
    }

    private static Got verify(World world, String receipt, String log, int expected) {
        try {
            Path file = Files.createTempFile("gongshu-receipt", ".json");
            Files.writeString(file, receipt);
            ByteArrayOutputStream words = new ByteArrayOutputStream();
            String key = world.folder().resolve("keys").resolve("log.pub").toString();
            String[] arguments = {"--log", log, "--receipt", file.toString(), "--key", key};
            int exit = VerifyCommand.run(arguments, new PrintStream(words, true, StandardCharsets.UTF_8));
            Files.delete(file);
            return new Got("退出码 " + exit + " " + lastLine(words.toString(StandardCharsets.UTF_8)), exit == expected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String lastLine(String text) {
        List<String> lines = text.lines().toList();
        return lines.size() < 2 ? text.strip() : lines.get(lines.size() - 2);
    }

    /** The log as it was published some time ago stands for a log that somebody cut. */
    private static Got cutLog(World world) {
        Path copy = copyOf(world.folder().resolve("log").resolve("city"));
        for (int i = 0; i < 3; i++) {
            DeliveryChapter.p37(world, "steady");
        }
        JsonNode receipt = DeliveryChapter.p37(world, "steady").body().path("receipt");
        return verify(world, receipt.toString(), copy.toString(), 1);
    }

    private static Path copyOf(Path log) {
        try {
            Path copy = Files.createTempDirectory("gongshu-cut");
            try (Stream<Path> files = Files.walk(log)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String name = log.relativize(file).toString();
                    if (name.equals("checkpoint") || name.startsWith("tile")) {
                        Path target = copy.resolve(name);
                        Files.createDirectories(target.getParent());
                        Files.copy(file, target);
                    }
                }
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What a power loss under load took.
     *
     * @param bytes written and not forced
     * @param acknowledged receipts that callers held by then
     */
    private record Outage(long bytes, List<String> acknowledged) {

        String inWords() {
            return "未落盘 " + bytes + " 字节丢失；已确认 " + acknowledged.size() + " 条";
        }
    }

    /** Takes the power away while calls are answered, restarts, and looks for every receipt that was handed out. */
    private static Got powerLoss(World world) {
        Outage outage = outage(world, "UNFORCED_LOST");
        world.server().startWith("NONE");
        int found = found(world, outage.acknowledged);
        return new Got(outage.inWords() + "，重启后找到 " + found + " 条", found == outage.acknowledged.size());
    }

    /** The fault that the trial must notice: a start that refuses because the log lost entries notices it too. */
    private static Got mutedForce(World world) {
        Outage outage = outage(world, "FORCE_MUTED");
        try {
            world.server().startWith("NONE");
        } catch (Sentence refused) {
            String words = world.server().refusal();
            return new Got(outage.inWords() + "，重启被拒绝：" + words, words.contains(LOSS));
        }
        int found = found(world, outage.acknowledged);
        return new Got(outage.inWords() + "，只找到 " + found + " 条", found < outage.acknowledged.size());
    }

    private static Outage outage(World world, String fault) {
        world.server().restartWith(fault);
        world.signedOut();
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        CountDownLatch enough = new CountDownLatch(USES);
        long bytes;
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CALLERS; i++) {
                callers.execute(() -> callUntilItIsGone(world, acknowledged, enough));
            }
            if (!enough.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Sentence(1, "平台没有答复足够的调用。", "The platform did not answer enough calls.");
            }
            bytes = world.server().powerOff();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Sentence(1, "演示被中断。", "The demo was interrupted.");
        }
        return new Outage(bytes, List.copyOf(acknowledged));
    }

    private static void callUntilItIsGone(World world, Queue<String> acknowledged, CountDownLatch enough) {
        try {
            while (true) {
                Answer answer = DeliveryChapter.p37(world, "steady");
                if (answer.ok()) {
                    acknowledged.add(answer.body().path("receipt").path("id").asString());
                    enough.countDown();
                }
            }
        } catch (Sentence gone) {
            // No answer any more: whatever this call was, nobody acknowledged it.
        }
    }

    private static int found(World world, List<String> acknowledged) {
        int found = 0;
        for (String id : acknowledged) {
            found += world.caller()
                            .get("/api/v1/receipts/" + id, world.token("agency-tang"))
                            .ok()
                    ? 1
                    : 0;
        }
        return found;
    }

    private static Got reconciled(World world) {
        Answer answer = world.caller().post("/api/v1/reconciliations", world.token("audit-ming"), Map.of());
        JsonNode body = answer.ok() ? answer.body() : JsonMapper.shared().createArrayNode();
        String first = body.isEmpty()
                ? ""
                : "：" + body.get(0).path("table").asString() + " "
                        + body.get(0).path("row").asString();
        return new Got(answer.inWords() + " " + body.size() + " 处不一致" + first, answer.ok() && body.isEmpty());
    }
}

package cn.gongshu.evidence.verify;

import cn.gongshu.evidence.tree.VerifierKey;
import cn.gongshu.evidence.verify.Verification.CannotRead;
import cn.gongshu.evidence.verify.Verification.DoesNotHold;
import cn.gongshu.evidence.verify.Verification.Holds;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code ./gongshu verify}: the {@link Verifier} as a command, its words in Chinese and English. */
public final class VerifyCommand {

    private static final Set<String> OPTIONS = Set.of("--log", "--receipt", "--checkpoint", "--data", "--key");
    private static final Words USAGE = new Words(
            "用法：verify --log 目录|网址 [--receipt 文件] [--checkpoint 文件] [--data 答复文件] --key 文件；" + "退出码 0 成立，1 不成立，2 无法读取",
            "usage: verify --log DIR|URL [--receipt FILE] [--checkpoint FILE] [--data ANSWER] --key FILE;"
                    + " exit 0 holds, 1 does not, 2 cannot read");

    private VerifyCommand() {}

    /** For a process of its own. */
    public static void main(String[] args) {
        System.exit(run(args, System.out));
    }

    /**
     * Checks what the arguments name and says so on {@code out}. A receipt can be checked without a log.
     *
     * @return exit code: 0 holds, 1 does not, 2 cannot read
     */
    public static int run(String[] args, PrintStream out) {
        Verification verification = verify(args);
        switch (verification) {
            case Holds(List<Words> proved) -> {
                proved.forEach(words -> say(out, words));
                say(out, new Words("成立", "holds"));
            }
            case DoesNotHold(Words reason) -> {
                say(out, reason);
                say(out, new Words("不成立", "does not hold"));
            }
            case CannotRead(Words reason) -> say(out, reason);
        }
        return verification.exitCode();
    }

    private static void say(PrintStream out, Words words) {
        out.println(words.zh());
        out.println(words.en());
    }

    private static Verification verify(String[] args) {
        Map<String, String> options = options(args);
        String keyFile = options.get("--key");
        String log = options.get("--log");
        String receipt = options.get("--receipt");
        String checkpoint = options.get("--checkpoint");
        String data = options.get("--data");
        boolean nothing = log == null && receipt == null && checkpoint == null;
        if (keyFile == null || nothing || (data != null && receipt == null)) {
            return new CannotRead(USAGE);
        }
        try {
            VerifierKey key = key(keyFile);
            LogSource source = log == null ? null : source(log);
            return new Verifier(key, LagPatience.USUAL)
                    .verify(new Question(source, file(receipt), file(checkpoint), file(data)));
        } catch (IOException unreadable) {
            return new CannotRead(Verifier.unreadable(unreadable));
        }
    }

    private static VerifierKey key(String file) throws IOException {
        try {
            return VerifierKey.parse(Files.readString(path(file)));
        } catch (IllegalArgumentException | CharacterCodingException none) {
            throw new NotReadable(
                    "--key 的文件不是日志的公钥（应为 keys/log.pub 的内容）",
                    "the file of --key is no public key of a log (keys/log.pub holds it)");
        }
    }

    private static LogSource source(String place) throws NotReadable {
        try {
            return LogSource.of(place);
        } catch (IllegalArgumentException none) {
            throw new NotReadable("--log 不是目录或网址：" + place, "--log is neither a folder nor an address: " + place);
        }
    }

    private static Path path(String file) throws NotReadable {
        try {
            return Path.of(file);
        } catch (InvalidPathException none) {
            throw new NotReadable("不是文件名：" + file, "not the name of a file: " + file);
        }
    }

    /** The options by name; empty if one is unknown, lacks its value or is given twice. */
    private static Map<String, String> options(String[] args) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            if (!OPTIONS.contains(args[i]) || i + 1 == args.length || options.put(args[i], args[i + 1]) != null) {
                return Map.of();
            }
        }
        return options;
    }

    private static byte @Nullable [] file(@Nullable String path) throws IOException {
        return path == null ? null : Files.readAllBytes(path(path));
    }
}

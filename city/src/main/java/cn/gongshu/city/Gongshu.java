package cn.gongshu.city;

import cn.gongshu.city.demo.DemoCommand;
import cn.gongshu.city.keep.KeepCommand;
import cn.gongshu.evidence.verify.VerifyCommand;
import cn.gongshu.kernel.Fault;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The one command: {@code gongshu demo | serve | verify | backup | restore}. The launcher runs {@code bench} from a class path of its own. */
public final class Gongshu {

    /** The launcher prints the same file, so that asking for help builds nothing. */
    private static final String USAGE = "usage.txt";

    private static final Set<String> HELP = Set.of("help", "--help", "-h");

    private Gongshu() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(out);
        System.exit(exit(Arrays.asList(args), out, System.err));
    }

    /** Runs the command and returns its exit code; whatever goes wrong, the last line is a sentence. */
    static int exit(List<String> args, PrintStream out, PrintStream err) {
        try {
            return run(args, out);
        } catch (Sentence sentence) {
            out.println(sentence.getMessage());
            return sentence.exitCode();
        } catch (Fault fault) {
            out.println(fault.getMessage());
            return 2;
        } catch (RuntimeException unexpected) {
            unexpected.printStackTrace(err);
            out.println("出现意外故障（" + unexpected.getClass().getSimpleName() + "），详情见以上错误输出。  "
                    + "Something unexpected broke (" + unexpected.getClass().getSimpleName()
                    + "); the error output above tells where.");
            return 2;
        }
    }

    private static int run(List<String> args, PrintStream out) {
        if (args.isEmpty()) {
            out.print(usage());
            return 2;
        }
        if (HELP.contains(args.getFirst()) || args.contains("--help") || args.contains("-h")) {
            out.print(usage());
            return 0;
        }
        List<String> rest = args.subList(1, args.size());
        return switch (args.getFirst()) {
            case "demo" -> DemoCommand.run(rest, out);
            case "serve" -> ServeCommand.run(rest, out);
            case "verify" -> verify(rest, out);
            case "backup" -> {
                quietly();
                yield KeepCommand.backup(rest, out);
            }
            case "restore" -> {
                quietly();
                yield KeepCommand.restore(rest, out);
            }
            case "bench" ->
                throw new Sentence(2, "bench 须以源码目录中的 ./gongshu bench 运行。", "Run ./gongshu bench in the source tree.");
            default -> {
                out.println("不认识的命令 " + args.getFirst() + "。  Unknown command " + args.getFirst() + ".");
                out.print(usage());
                yield 2;
            }
        };
    }

    private static String usage() {
        try (InputStream file = Objects.requireNonNull(Gongshu.class.getResourceAsStream(USAGE))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int verify(List<String> rest, PrintStream out) {
        return rest.contains("--reconcile")
                ? ReconcileCommand.run(rest, out)
                : VerifyCommand.run(rest.toArray(String[]::new), out);
    }

    /** Without Spring, which sets this from its settings, libraries would tell everything they do. */
    private static void quietly() {
        LoggingSystem.get(Gongshu.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
    }
}

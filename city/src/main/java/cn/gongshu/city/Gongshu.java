package cn.gongshu.city;

import cn.gongshu.city.demo.DemoCommand;
import cn.gongshu.city.keep.KeepCommand;
import cn.gongshu.evidence.verify.VerifyCommand;
import cn.gongshu.kernel.Fault;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The one command: {@code gongshu demo | serve | verify | backup | restore}. The launcher runs {@code bench} from a class path of its own. */
public final class Gongshu {

    private static final String USAGE = """
            用法 usage: ./gongshu <命令 command> [选项 options]

              demo [--check] [--port 8080] [--data ./data] [--scale 20000] [--date 2026-11-24]
                  构建并启动全部部件，载入六安，演示全流程  build and start everything embedded, load Lu'an, play the story
                  --date 法定日期停在这一天  the legal date stays on that day
              serve --database-url jdbc:postgresql://… --database-user U --database-password-file F [--port 8080] [--data ./data]
                  以外部 PostgreSQL 启动空平台  the same platform, empty, on your PostgreSQL
              verify --log DIR|URL [--receipt FILE] [--checkpoint FILE] [--data FILE] --key FILE
                  离线验证流水与回执  check a log and receipts offline; exit 0 holds, 1 does not, 2 cannot read
              verify --reconcile --url http://127.0.0.1:8080 --user U --password-file F
                  核对投影与行为  compare projections and state with the log; exit 0 nothing found, 1 findings, 2 cannot ask
              backup DIR [--data ./data] [--database-url … --database-user U --database-password-file F]
                  停机备份数据库、流水、密钥与数据湖  copy database, log, keys and lake of a stopped installation as one point
              restore DIR [--data ./data] [--database-url … --database-user U --database-password-file F]
                  恢复到空的数据文件夹  bring a backup into an empty data folder
              bench call|evidence [--rounds 5] [--seconds 6] [--callers 32]
                  与基准交替实测 CPU 比值  measure ours and a baseline in turn; exit 0 measured, 1 void, 2 cannot be tried
            """;

    private Gongshu() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(out);
        int exit;
        try {
            exit = run(Arrays.asList(args), out);
        } catch (Sentence sentence) {
            out.println(sentence.getMessage());
            exit = sentence.exitCode();
        } catch (Fault fault) {
            out.println(fault.getMessage());
            exit = 2;
        }
        System.exit(exit);
    }

    private static int run(List<String> args, PrintStream out) {
        if (args.isEmpty()) {
            out.print(USAGE);
            return 2;
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
            case "help", "--help", "-h" -> {
                out.print(USAGE);
                yield 0;
            }
            case "bench" ->
                throw new Sentence(2, "bench 须以源码目录中的 ./gongshu bench 运行。", "Run ./gongshu bench in the source tree.");
            default -> {
                out.println("不认识的命令 " + args.getFirst() + "。  Unknown command " + args.getFirst() + ".");
                out.print(USAGE);
                yield 2;
            }
        };
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

package cn.gongshu.city;

import cn.gongshu.city.demo.DemoCommand;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The one command: {@code gongshu demo | serve}. */
public final class Gongshu {

    private static final String USAGE = """
            用法 usage: ./gongshu <命令 command> [选项 options]

              demo [--check] [--port 8080] [--data ./data] [--scale 20000]
                  构建并启动全部部件，载入六安，演示全流程  build and start everything embedded, load Lu'an, play the story
              serve --database-url jdbc:postgresql://… --database-user U --database-password-file F [--port 8080] [--data ./data]
                  以外部 PostgreSQL 启动空平台  the same platform, empty, on your PostgreSQL
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
            case "help", "--help", "-h" -> {
                out.print(USAGE);
                yield 0;
            }
            default -> {
                out.println("不认识的命令 " + args.getFirst() + "。  Unknown command " + args.getFirst() + ".");
                out.print(USAGE);
                yield 2;
            }
        };
    }
}

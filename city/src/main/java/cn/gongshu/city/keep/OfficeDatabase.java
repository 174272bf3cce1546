package cn.gongshu.city.keep;

import cn.gongshu.city.Options;
import cn.gongshu.city.Sentence;
import cn.gongshu.city.ServerSettings.DatabaseAddress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** A PostgreSQL of the office's own, named by the same options as for {@code serve}. */
final class OfficeDatabase {

    private static final String URL = "--database-url";
    private static final String USER = "--database-user";
    private static final String PASSWORD_FILE = "--database-password-file";

    static final Set<String> OPTIONS = Set.of(URL, USER, PASSWORD_FILE);

    private OfficeDatabase() {}

    static boolean named(Options options) {
        return OPTIONS.stream().anyMatch(name -> options.value(name).isPresent());
    }

    static DatabaseAddress address(Options options) {
        Path file = Path.of(required(options, PASSWORD_FILE));
        try {
            return new DatabaseAddress(
                    required(options, URL),
                    required(options, USER),
                    Files.readString(file).strip());
        } catch (IOException e) {
            throw new Sentence(2, "读不到密码文件 " + file + "。", "Cannot read the password file " + file + ".");
        }
    }

    private static String required(Options options, String name) {
        return options.value(name)
                .orElseThrow(() -> new Sentence(2, "还需要选项 " + name + "。", "Option " + name + " is needed too."));
    }
}

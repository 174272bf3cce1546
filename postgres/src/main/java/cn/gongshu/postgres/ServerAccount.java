package cn.gongshu.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Under which account the server's programs run. PostgreSQL refuses root, so root lends itself an ordinary account, or
 * a user namespace in which it is one.
 *
 * @param prefix command that changes the account and then runs the rest of the line in the same process
 * @param owner number of the account that must own the cluster's files
 */
record ServerAccount(List<String> prefix, int owner) {

    /** Accounts that root may lend to the server, the most particular first. */
    private static final List<String> LENT = List.of("gongshu", "postgres", "nobody");

    ServerAccount {
        prefix = List.copyOf(prefix);
    }

    /** The first account that may run {@code program} and enter {@code folder}; tried, not guessed. */
    static ServerAccount choose(Path program, Path folder) throws IOException {
        return candidates(Owner.me())
                .filter(account -> account.works(program, folder))
                .findFirst()
                .orElseThrow(StartProblem.NO_ACCOUNT::fault);
    }

    List<String> command(Path program, List<String> arguments) {
        return Stream.of(prefix, List.of(program.toString()), arguments)
                .flatMap(List::stream)
                .toList();
    }

    private static Stream<ServerAccount> candidates(int me) {
        ServerAccount namespace = new ServerAccount(List.of("unshare", "--user", "--"), me);
        return me == Owner.ROOT
                ? Stream.concat(LENT.stream().flatMap(name -> lent(name).stream()), Stream.of(namespace))
                : Stream.of(new ServerAccount(List.of(), me), namespace);
    }

    private static Optional<ServerAccount> lent(String name) {
        return Shell.line("id", "-u", name)
                .flatMap(user -> Shell.line("id", "-g", name).map(group -> lent(user, group)));
    }

    private static ServerAccount lent(String user, String group) {
        return new ServerAccount(
                List.of("setpriv", "--reuid=" + user, "--regid=" + group, "--clear-groups", "--no-new-privs", "--"),
                Integer.parseInt(user));
    }

    private boolean works(Path program, Path folder) {
        String probe = "test \"$(id -u)\" != 0 && id -un >/dev/null && test -x \"$0\" && cd \"$1\"";
        List<String> command = Stream.concat(
                        prefix.stream(), Stream.of("sh", "-c", probe, program.toString(), folder.toString()))
                .toList();
        return Shell.line(command.toArray(String[]::new)).isPresent();
    }
}

package cn.gongshu.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Under which account the server's programs run. PostgreSQL refuses root, so root lends itself an ordinary account, or
 * a user namespace in which it is one.
 *
 * @param prefix command that changes the account and then runs the rest of the line in the same process
 * @param owner name of the account that must own the cluster's files
 */
record ServerAccount(List<String> prefix, String owner) {

    ServerAccount {
        prefix = List.copyOf(prefix);
    }

    /** The first account that may run {@code program} and enter {@code folder}; tried, not guessed. */
    static ServerAccount choose(Path program, Path folder) {
        return candidates()
                .filter(account -> account.works(program, folder))
                .findFirst()
                .orElseThrow(StartProblem.NO_ACCOUNT::fault);
    }

    static boolean root() {
        return user().equals("root");
    }

    List<String> command(Path program, List<String> arguments) {
        return Stream.of(prefix, List.of(program.toString()), arguments)
                .flatMap(List::stream)
                .toList();
    }

    /** Gives the folder and all it holds to this account, if it is not its own already. */
    void own(Path folder) throws IOException {
        if (Files.getOwner(folder).getName().equals(owner)) {
            return;
        }
        UserPrincipal account =
                folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner);
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.setOwner(path, account);
            }
        }
    }

    private static Stream<ServerAccount> candidates() {
        ServerAccount namespace = new ServerAccount(List.of("unshare", "--user", "--"), user());
        if (!root()) {
            return Stream.of(new ServerAccount(List.of(), user()), namespace);
        }
        return Stream.concat(
                Stream.of("gongshu", "postgres", "nobody").flatMap(name -> lent(name).stream()), Stream.of(namespace));
    }

    private static Optional<ServerAccount> lent(String name) {
        return Shell.line("id", "-g", name)
                .map(group -> new ServerAccount(
                        List.of(
                                "setpriv",
                                "--reuid=" + name,
                                "--regid=" + group,
                                "--clear-groups",
                                "--no-new-privs",
                                "--"),
                        name));
    }

    private boolean works(Path program, Path folder) {
        String probe = "test \"$(id -u)\" != 0 && id -un >/dev/null && test -x \"$0\" && cd \"$1\"";
        List<String> command = Stream.concat(
                        prefix.stream(), Stream.of("sh", "-c", probe, program.toString(), folder.toString()))
                .toList();
        return Shell.line(command.toArray(String[]::new)).isPresent();
    }

    private static String user() {
        return Objects.requireNonNull(System.getProperty("user.name"));
    }
}

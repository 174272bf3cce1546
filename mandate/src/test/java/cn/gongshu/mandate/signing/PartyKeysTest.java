package cn.gongshu.mandate.signing;

import cn.gongshu.kernel.Fault;
import cn.gongshu.kernel.PartyId;
import cn.gongshu.mandate.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PartyKeysTest {

    private static final Ed25519Suite ED25519 = new Ed25519Suite();
    private static final PartyId PARTY = Story.BUREAU;

    private final Path folder;
    private final PartyKeys keys;

    PartyKeysTest(@TempDir Path parent) {
        folder = parent.resolve("keys");
        keys = new PartyKeys(folder, SignatureSuites.of(ED25519));
    }

    @Test
    void a_key_is_one_file_for_the_owner_alone_and_is_made_once() throws IOException {
        PartyPublicKey made = keys.generate(PARTY, ED25519, new SecureRandom());
        assertThat(keys.generate(PARTY, ED25519, new SecureRandom())).isEqualTo(made);
        assertThat(keys.publicKey(PARTY)).contains(made);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("bureau.key");
        }
        assertThat(mode()).isEqualTo("rw-------");
        assertThat(Files.readString(file())).contains("-----BEGIN PRIVATE KEY-----", "-----BEGIN PUBLIC KEY-----");
    }

    @Test
    void a_key_unpacked_with_another_mode_is_for_the_owner_alone_again() throws IOException {
        keys.generate(PARTY, ED25519, new SecureRandom());
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
        keys.publicKey(PARTY);
        assertThat(mode()).isEqualTo("rw-------");
    }

    @Test
    void a_key_that_is_missing_broken_or_anothers_signs_nothing() throws IOException {
        assertThat(keys.publicKey(PARTY)).isEmpty();
        SigningSession session = new SigningSession(PARTY, "wang");
        assertThatThrownBy(() -> keys.sign(session, Story.scheme())).isInstanceOf(Fault.class);
        keys.generate(Story.OPERATOR, ED25519, new SecureRandom());
        Files.copy(folder.resolve("operator.key"), file());
        assertThatThrownBy(() -> keys.sign(session, Story.scheme())).isInstanceOf(Fault.class);
        Files.writeString(file(), "Party: bureau\n");
        assertThatThrownBy(() -> keys.publicKey(PARTY)).isInstanceOf(Fault.class);
    }

    @Test
    void a_key_of_a_suite_that_is_no_longer_accepted_signs_nothing() {
        keys.generate(PARTY, ED25519, new SecureRandom());
        PartyKeys none = new PartyKeys(folder, SignatureSuites.of());
        assertThatThrownBy(() -> none.publicKey(PARTY)).isInstanceOf(Fault.class);
    }

    @Test
    void a_private_key_never_shows_itself() throws IOException {
        keys.generate(PARTY, ED25519, new SecureRandom());
        KeyFile key = KeyFile.parse(Files.readString(file()));
        assertThat(key.toString()).isEqualTo("KeyFile[bureau, Ed25519]");
        assertThat(key.text()).isEqualTo(Files.readString(file()));
    }

    @Test
    void bytes_that_are_no_key_are_none() {
        assertThatThrownBy(() -> ED25519.privateKey(new byte[8])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ED25519.publicKey(new byte[8])).isInstanceOf(IllegalArgumentException.class);
    }

    private Path file() {
        return folder.resolve("bureau.key");
    }

    private String mode() throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file()));
    }
}

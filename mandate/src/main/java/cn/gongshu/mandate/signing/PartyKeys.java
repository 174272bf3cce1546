package cn.gongshu.mandate.signing;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;
import cn.gongshu.kernel.PartyId;
import cn.gongshu.mandate.Contract;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/** The parties' keys, one file each ({@code <party>.key}) in one folder, readable by the owner alone. */
public final class PartyKeys implements Signer {

    private static final Set<PosixFilePermission> OWNER_ALONE =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Path folder;
    private final SignatureSuites suites;

    public PartyKeys(Path folder, SignatureSuites suites) {
        this.folder = folder;
        this.suites = suites;
    }

    /** Makes a party's key, unless it has one; returns the public part either way. */
    public PartyPublicKey generate(PartyId party, SignatureSuite suite, SecureRandom random) {
        Optional<PartyPublicKey> existing = publicKey(party);
        return existing.isPresent() ? existing.get() : make(party, suite, random);
    }

    private PartyPublicKey make(PartyId party, SignatureSuite suite, SecureRandom random) {
        KeyPair pair = suite.generate(random);
        KeyFile key = KeyFile.of(party, suite.id(), pair);
        try {
            Files.createDirectories(folder);
            Files.createFile(file(party), ownerAlone());
            Files.writeString(file(party), key.text(), StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException another) {
            return publicKey(party).orElseThrow(() -> unreadable(party, another));
        } catch (IOException e) {
            throw new Fault(ErrorCode.INTERNAL, "the key of " + party + " cannot be written", e);
        }
        return new PartyPublicKey(party, suite.id(), pair.getPublic());
    }

    private FileAttribute<?>[] ownerAlone() {
        return posix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ALONE)}
                : new FileAttribute<?>[0];
    }

    private boolean posix() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** The public part of a party's key; empty when it has none. */
    public Optional<PartyPublicKey> publicKey(PartyId party) {
        return load(party)
                .map(key -> new PartyPublicKey(party, key.suite(), suite(key).publicKey(key.publicBytes())));
    }

    /**
     * Signs for the session's party with that party's key.
     *
     * @throws Fault when the party has no key here
     */
    @Override
    public Signature sign(SigningSession session, Contract contract) {
        KeyFile key = load(session.party())
                .orElseThrow(() -> new Fault(ErrorCode.INTERNAL, "no key of " + session.party() + " here"));
        SignatureSuite suite = suite(key);
        byte[] value = suite.sign(suite.privateKey(key.privateBytes()), contract.canonical());
        return new Signature(
                session.party(),
                session.officer(),
                suite.id(),
                Base64.getEncoder().encodeToString(value));
    }

    private Optional<KeyFile> load(PartyId party) {
        Path file = file(party);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            tighten(file);
            KeyFile key = KeyFile.parse(Files.readString(file));
            if (!key.party().equals(party)) {
                throw new IllegalArgumentException("the key of another party");
            }
            return Optional.of(key);
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(party, e);
        }
    }

    /** A restored backup or an unpacked archive may have lost the mode; nobody else may read the file from now on. */
    private void tighten(Path file) throws IOException {
        if (posix() && !Files.getPosixFilePermissions(file).equals(OWNER_ALONE)) {
            Files.setPosixFilePermissions(file, OWNER_ALONE);
        }
    }

    private SignatureSuite suite(KeyFile key) {
        return suites.find(key.suite())
                .orElseThrow(
                        () -> new Fault(ErrorCode.INTERNAL, "signature suite " + key.suite() + " is not accepted"));
    }

    private Path file(PartyId party) {
        return folder.resolve(party.value() + ".key");
    }

    private static Fault unreadable(PartyId party, Exception cause) {
        return new Fault(ErrorCode.INTERNAL, "the key of " + party + " cannot be read", cause);
    }
}

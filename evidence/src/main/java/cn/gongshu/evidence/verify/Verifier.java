package cn.gongshu.evidence.verify;

import cn.gongshu.evidence.tree.Checkpoint;
import cn.gongshu.evidence.tree.VerifierKey;
import cn.gongshu.evidence.verify.Verification.CannotRead;
import cn.gongshu.evidence.verify.Verification.DoesNotHold;
import cn.gongshu.evidence.verify.Verification.Holds;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Checks what a log says against its public key, trusting nothing else. */
public final class Verifier {

    private final VerifierKey key;
    private final LagPatience patience;

    /**
     * @param key the public key of the log
     * @param patience for a log whose newest checkpoint is about to be published
     */
    public Verifier(VerifierKey key, LagPatience patience) {
        this.key = key;
        this.patience = patience;
    }

    /** Proves everything in the question together, or says the first thing that does not hold. */
    public Verification verify(Question question) {
        List<Words> proved = new ArrayList<>();
        try {
            ReceiptCheck receipt = receipt(question, proved);
            Checkpoint other = other(question, proved);
            if (question.log() != null) {
                log(question.log(), receipt, other, proved);
            } else if (receipt != null && other != null) {
                sameHistory(receipt.checkpoint(), other);
            }
            return new Holds(proved);
        } catch (NotProven not) {
            return new DoesNotHold(not.reason());
        } catch (IOException unreadable) {
            return new CannotRead(unreadable(unreadable));
        }
    }

    static Words unreadable(IOException cause) {
        return switch (cause) {
            case NotReadable not -> not.reason();
            case NoSuchFileException missing ->
                new Words("没有这个文件或文件夹：" + missing.getFile(), "there is no such file or folder: " + missing.getFile());
            case NotDirectoryException missing ->
                new Words("没有这个文件夹：" + missing.getFile(), "there is no such folder: " + missing.getFile());
            case FileSystemException denied ->
                new Words("读不到：" + denied.getFile(), "cannot be read: " + denied.getFile());
            case ConnectException down -> new Words("连不上该地址", "the address cannot be reached");
            case HttpTimeoutException slow -> new Words("该地址没有及时应答", "the address did not answer in time");
            default -> new Words("无法读取：" + cause.getMessage(), "cannot be read: " + cause.getMessage());
        };
    }

    private @Nullable ReceiptCheck receipt(Question question, List<Words> proved) throws IOException {
        byte[] json = question.receipt();
        if (json == null) {
            return null;
        }
        ReceiptCheck receipt = ReceiptCheck.prove(json, key);
        proved.add(receipt.words());
        byte[] data = question.data();
        if (data != null) {
            proved.add(receipt.opens(data));
        }
        return receipt;
    }

    private @Nullable Checkpoint other(Question question, List<Words> proved) throws IOException {
        byte[] note = question.checkpoint();
        if (note == null) {
            return null;
        }
        String text = new String(note, StandardCharsets.UTF_8);
        if (!CheckpointCheck.resembles(text, key)) {
            throw new NotReadable("--checkpoint 的文件不是检查点", "the file of --checkpoint is no checkpoint");
        }
        Checkpoint other = CheckpointCheck.prove(text, key);
        proved.add(new Words(
                "检查点签名成立：" + other.size() + " 条", "the checkpoint of " + other.size() + " entries is signed"));
        return other;
    }

    private void log(LogSource source, @Nullable ReceiptCheck receipt, @Nullable Checkpoint other, List<Words> proved)
            throws IOException {
        long needed = Math.max(receipt == null ? 0 : receipt.checkpoint().size(), other == null ? 0 : other.size());
        LogCheck log = patience.await(() -> LogCheck.prove(source, key), needed);
        proved.add(log.words());
        if (other != null) {
            proved.add(log.extend(other));
        }
        if (receipt != null) {
            proved.add(log.contain(receipt));
        }
        Path journal = source.journal();
        if (journal != null) {
            proved.add(log.checkJournal(journal));
        }
    }

    /** Without the log, two checkpoints of one size can still be held against each other. */
    private static void sameHistory(Checkpoint one, Checkpoint other) throws NotProven {
        if (one.size() == other.size() && !one.root().equals(other.root())) {
            throw new NotProven(
                    "两个检查点条数相同而根不同：日志有两个历史",
                    "two checkpoints of one size have different roots: the log has two histories");
        }
    }
}

package cn.gongshu.evidence.verify;

import cn.gongshu.evidence.AnswerCommitment;
import cn.gongshu.evidence.Entry;
import cn.gongshu.evidence.Receipt;
import cn.gongshu.evidence.Salt;
import cn.gongshu.evidence.UseEntry;
import cn.gongshu.evidence.tree.Checkpoint;
import cn.gongshu.evidence.tree.Hash;
import cn.gongshu.evidence.tree.Hasher;
import cn.gongshu.evidence.tree.InclusionProof;
import cn.gongshu.evidence.tree.VerifierKey;
import cn.gongshu.kernel.Json;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A receipt that proves itself: its entry is a leaf of its checkpoint, and the log's key signed that.
 *
 * @param receipt as given
 * @param entry its entry, read
 * @param checkpoint its checkpoint, read
 * @param leaf hash of its blind and entry
 */
record ReceiptCheck(Receipt receipt, Entry entry, Checkpoint checkpoint, Hash leaf) {

    static ReceiptCheck prove(byte[] json, VerifierKey key) throws NotProven, NotReadable {
        Receipt receipt = parse(json);
        Checkpoint checkpoint = CheckpointCheck.prove(receipt.checkpoint(), key);
        if (!receipt.log().equals(checkpoint.origin())) {
            throw new NotProven("回执写的日志与其检查点不同", "the receipt names another log than its checkpoint");
        }
        byte[] canonical = receipt.entry().getBytes(StandardCharsets.UTF_8);
        Hash leaf = new Hasher().leaf(receipt.blind().bytes(), canonical);
        InclusionProof proof = new InclusionProof(receipt.index(), checkpoint.size(), receipt.proof());
        if (!proof.leadsTo(checkpoint.root(), leaf)) {
            throw new NotProven(
                    "包含证明不成立：条目、盲因子、序号或证明被改动", "the inclusion proof fails: entry, blind, index or proof was changed");
        }
        Entry entry = entry(receipt, canonical);
        if (!entry.opensWith(receipt.salt())) {
            throw new NotProven("回执中的盐不是条目所承诺的", "the receipt's salt is not the one its entry was made with");
        }
        return new ReceiptCheck(receipt, entry, checkpoint, leaf);
    }

    private static Receipt parse(byte[] json) throws NotProven, NotReadable {
        try {
            return Receipt.parse(json);
        } catch (Json.Malformed cut) {
            throw new NotReadable(
                    "回执文件不是完整的 JSON：" + cut.zh(), "the receipt file is no whole JSON: " + cut.getMessage());
        } catch (IllegalArgumentException none) {
            throw new NotProven("这不是回执", "this is not a receipt: " + none.getMessage());
        }
    }

    private static Entry entry(Receipt receipt, byte[] canonical) throws NotProven {
        try {
            Entry entry = Entry.parse(canonical);
            if (entry.head().id().equals(receipt.id())) {
                return entry;
            }
            throw new NotProven("回执编号与条目编号不同", "the receipt's id is not its entry's");
        } catch (IllegalArgumentException none) {
            throw new NotProven("回执中的条目无法读懂", "the entry in the receipt cannot be read: " + none.getMessage());
        }
    }

    /**
     * Proves that an answer is the one the entry committed to.
     *
     * @param answerJson an object with the members data and asOf as they were answered; what else the answer held is
     *     passed over
     */
    Words opens(byte[] answerJson) throws NotProven, NotReadable {
        Salt salt = receipt.salt();
        AnswerCommitment committed = entry instanceof UseEntry use ? use.given().answer() : null;
        if (salt == null || committed == null) {
            throw new NotProven("此回执没有对答复作承诺", "this receipt commits to no answer");
        }
        Map<?, ?> answer = answer(answerJson);
        if (!answer.containsKey("data") || !(answer.get("asOf") instanceof String asOf)) {
            throw new NotProven("答复文件须含 data 与 asOf", "the answer lacks data or asOf");
        }
        if (!AnswerCommitment.of(salt, asOf, answer.get("data")).equals(committed)) {
            throw new NotProven("答复数据与回执不符", "the data is not the answer the receipt commits to");
        }
        return new Words("答复数据与其截至日期就是当时给出的", "the data and its date are the answer given at the time");
    }

    private static Map<?, ?> answer(byte[] json) throws NotProven, NotReadable {
        try {
            if (Json.parse(json, Entry.READABLE) instanceof Map<?, ?> members) {
                return members;
            }
            throw new NotProven("答复文件须含 data 与 asOf", "the answer lacks data or asOf");
        } catch (IllegalArgumentException none) {
            throw new NotReadable("答复数据文件不是 JSON", "the data file is not JSON: " + none.getMessage());
        }
    }

    Words words() {
        return new Words(
                "回执 " + receipt.id() + " 成立：日志 " + receipt.log() + " 第 " + receipt.index() + " 条，检查点 "
                        + checkpoint.size() + " 条",
                "receipt " + receipt.id() + " holds: entry " + receipt.index() + " of log " + receipt.log()
                        + ", in the checkpoint of " + checkpoint.size() + " entries");
    }
}

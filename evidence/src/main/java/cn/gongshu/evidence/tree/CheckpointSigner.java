package cn.gongshu.evidence.tree;

/** Signs the checkpoints of one log. Other suites (SM2) and faster providers join here. Calls come from one thread. */
public interface CheckpointSigner {

    /** The public side; its name is the origin of the log. */
    VerifierKey verifierKey();

    /** Signature over {@code text}, without the key id. */
    byte[] sign(byte[] text);
}

package cn.gongshu.platform.evidence;

import cn.gongshu.evidence.tree.CheckpointSigner;
import cn.gongshu.evidence.tree.Ed25519Signer;

/** Which provider signs checkpoints with the log's key; the deployable chooses it. */
@FunctionalInterface
public interface CheckpointSigning {

    /** A signer whose signatures are those of {@code key}. */
    CheckpointSigner with(Ed25519Signer key);
}

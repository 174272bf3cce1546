package cn.gongshu.platform.evidence;

import java.util.List;

/** What reconciliation compares besides hashes: said by the module whose rows these are. Changes nothing. */
public interface ReconciliationCheck {

    /** Everything that does not agree; called inside the snapshot that reconciliation reads. */
    List<Finding> findings();
}

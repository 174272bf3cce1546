package cn.gongshu.evidence;

/** Is shown entries of the log in their order. */
@FunctionalInterface
public interface EntryVisitor {

    void visit(Recorded recorded);
}

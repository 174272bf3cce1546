package cn.gongshu.kernel;

/** Id of one link of the chain of mandate. */
public record MandateId(String value) {
    public MandateId {
        Ids.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}

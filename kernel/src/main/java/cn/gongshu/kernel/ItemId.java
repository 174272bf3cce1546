package cn.gongshu.kernel;

/** Id of a catalogue item, such as C07-01 (annex unit 7, line 1). */
public record ItemId(String value) {
    public ItemId {
        Ids.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}

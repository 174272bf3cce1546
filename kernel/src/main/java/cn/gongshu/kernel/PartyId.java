package cn.gongshu.kernel;

/** Short stable id of an organisation or person that can sign, hold a mandate, consent or be billed. */
public record PartyId(String value) {
    public PartyId {
        Ids.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}

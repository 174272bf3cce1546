package cn.gongshu.kernel;

/** Code of a product, such as P37. */
public record ProductCode(String value) {
    public ProductCode {
        Ids.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package cn.gongshu.city;

/** One clear sentence that ends the program, in Chinese and English, instead of a stack trace. */
public final class Sentence extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    public Sentence(int exitCode, String zh, String en) {
        super(zh + "  " + en, null, false, false);
        this.exitCode = exitCode;
    }

    /** 1: something does not hold; 2: it could not be tried. */
    public int exitCode() {
        return exitCode;
    }
}

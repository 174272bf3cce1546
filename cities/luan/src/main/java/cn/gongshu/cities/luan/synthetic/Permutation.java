package cn.gongshu.cities.luan.synthetic;

/** Scatters 0 … size−1 over itself (an affine map), so that neighbours in one numbering are strangers in the other. */
final class Permutation {

    private final long size;
    private final long factor;
    private final long inverse;
    private final long shift;

    Permutation(int size, long randomBits) {
        this.size = size;
        long candidate = Math.round(size * 0.6180339887) | 1;
        while (gcd(candidate, size) != 1) {
            candidate += 2;
        }
        this.factor = candidate % size;
        this.inverse = inverse(factor, size);
        this.shift = Long.remainderUnsigned(randomBits, size);
    }

    int apply(int index) {
        return (int) ((factor * index + shift) % size);
    }

    int invert(int image) {
        return (int) (inverse * ((image - shift + size) % size) % size);
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /** By Euclid's algorithm. */
    private static long inverse(long value, long modulus) {
        long r0 = modulus;
        long r1 = value;
        long t0 = 0;
        long t1 = 1;
        while (r1 != 0) {
            long quotient = r0 / r1;
            long r2 = r0 - quotient * r1;
            long t2 = t0 - quotient * t1;
            r0 = r1;
            r1 = r2;
            t0 = t1;
            t1 = t2;
        }
        return Math.floorMod(t0, modulus);
    }
}

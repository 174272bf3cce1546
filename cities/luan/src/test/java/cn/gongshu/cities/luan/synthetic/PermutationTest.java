package cn.gongshu.cities.luan.synthetic;

import org.junit.jupiter.api.Test;

import java.util.BitSet;

import static org.assertj.core.api.Assertions.assertThat;

class PermutationTest {

    @Test
    void every_place_is_taken_once_and_the_inverse_leads_back() {
        for (int size : new int[] {2_000, 2_001, 6_000, 65_536, 99_991}) {
            Permutation permutation = new Permutation(size, -7L * size);
            BitSet taken = new BitSet(size);
            for (int i = 0; i < size; i++) {
                int image = permutation.apply(i);
                assertThat(permutation.invert(image)).isEqualTo(i);
                taken.set(image);
            }
            assertThat(taken.cardinality()).isEqualTo(size);
        }
    }
}

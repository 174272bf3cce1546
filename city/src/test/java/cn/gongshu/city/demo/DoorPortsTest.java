package cn.gongshu.city.demo;

import cn.gongshu.city.Sentence;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DoorPortsTest {

    @Test
    void a_port_whose_next_one_is_taken_is_refused_in_one_sentence_before_anything_is_launched() throws IOException {
        int main = DoorPorts.free();
        try (ServerSocket door = new ServerSocket(main + 1, 1, InetAddress.getLoopbackAddress())) {
            assertThat(door.isBound()).isTrue();
            assertThatThrownBy(() -> DoorPorts.ofOnesChoice(main))
                    .isInstanceOf(Sentence.class)
                    .hasMessageContaining("is in use");
        }
        assertThat(DoorPorts.ofOnesChoice(main)).isEqualTo(main);
    }
}

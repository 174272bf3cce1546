package cn.gongshu.city;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PortsTest {

    @Test
    void a_port_whose_next_one_is_taken_is_refused_in_one_sentence_before_anything_is_started() throws IOException {
        int main = Ports.twoFree();
        try (ServerSocket door = new ServerSocket(main + 1, 1, InetAddress.getLoopbackAddress())) {
            assertThat(door.isBound()).isTrue();
            assertThatThrownBy(() -> Ports.mustBeFree(main))
                    .isInstanceOf(Sentence.class)
                    .hasMessageContaining("is in use");
        }
        assertThatCode(() -> Ports.mustBeFree(main)).doesNotThrowAnyException();
    }
}

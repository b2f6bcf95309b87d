package jp.fudamori;

import org.junit.jupiter.api.Test;

@ServerTest
class ServerStartsIT {
    @Test
    void starts() {}
}

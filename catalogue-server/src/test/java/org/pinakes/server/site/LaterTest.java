package org.pinakes.server.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pinakes.ontology.InputProblem;

class LaterTest {

    @Test
    void many_who_ask_get_the_one_that_is_made() {
        AtomicInteger made = new AtomicInteger();
        Later<Integer> later = new Later<>(made::incrementAndGet);
        assertThat(later.isMade()).isFalse();
        assertThat(later.made()).isEmpty();
        assertThat(IntStream.range(0, 64).parallel().map(i -> later.get())).containsOnly(1);
        assertThat(later.isMade()).isTrue();
        assertThat(later.made()).contains(1);
    }

    @Test
    void what_was_begun_is_waited_for() {
        CountDownLatch go = new CountDownLatch(1);
        Later<String> later = new Later<>(() -> {
            go.await();
            return "made";
        });
        later.begin("test-later");
        later.begin("test-later");
        assertThat(later.isMade()).isFalse();
        go.countDown();
        assertThat(later.made()).contains("made");
    }

    @Test
    void each_who_asks_is_told_why_it_cannot_be_made() {
        Later<String> wrong = new Later<>(() -> {
            throw new InputProblem("wrong");
        });
        wrong.begin("test-later");
        assertThatThrownBy(wrong::get).isInstanceOf(InputProblem.class).hasMessage("wrong");
        assertThatThrownBy(wrong::get).isInstanceOf(InputProblem.class).hasMessage("wrong");
        assertThat(wrong.made()).isEmpty();
        assertThat(wrong.isMade()).isFalse();
        Later<String> full = new Later<>(() -> {
            throw new IOException("full");
        });
        assertThatThrownBy(full::get).isInstanceOf(UncheckedIOException.class).hasMessageContaining("full");
    }
}

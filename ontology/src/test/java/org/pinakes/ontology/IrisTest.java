package org.pinakes.ontology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class IrisTest {
    private final Iris iris = new Iris("https://cat.example/");

    @Test
    void different_local_ids_never_share_an_iri() {
        List<String> ids = List.of(
                "abc",
                "ABC",
                "a b c",
                "a-b-c",
                "a.b.c",
                "ä-b-c",
                "",
                " ",
                "https://x.example/a",
                "http://x.example/a",
                "https://y.example/a",
                "日本",
                "../../etc",
                "a".repeat(500),
                "a".repeat(501));
        Set<String> seen = new HashSet<>();
        ids.forEach(id -> seen.add(iris.dataset("p", id)));
        assertThat(seen).hasSize(ids.size());
        assertThat(seen).allMatch(i -> i.matches("https://cat\\.example/datasets/p\\.[a-z0-9._-]{1,80}"));
    }

    @Test
    void a_readable_id_stays_readable_and_the_way_back_is_known() {
        String iri = iris.dataset("tcia", "nsclc-radiomics");
        assertThat(iri).isEqualTo("https://cat.example/datasets/tcia.nsclc-radiomics");
        assertThat(iris.datasetId(iri)).contains("tcia.nsclc-radiomics");
        assertThat(iris.datasetOfId("tcia.nsclc-radiomics")).isEqualTo(iri);
    }

    @Test
    void a_base_that_is_no_url_is_refused() {
        assertThatThrownBy(() -> new Iris("cat.example")).isInstanceOf(InputProblem.class);
        assertThatThrownBy(() -> new Iris("https://cat.example")).isInstanceOf(InputProblem.class);
    }
}

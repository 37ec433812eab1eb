package org.pinakes.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.InputProblem;
import org.pinakes.ontology.Profile;

class ProfilesTest {
    private static final String PREFIXES =
            """
            PREFIX dcat: <http://www.w3.org/ns/dcat#>
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX prof: <http://www.w3.org/ns/dx/prof/>
            PREFIX role: <http://www.w3.org/ns/dx/prof/role/>
            """;
    private static final String GOOD =
            """
            <#a> a prof:Profile ; prof:hasToken "a" ; dct:title "A" ; dcat:version "1" ;
              prof:hasResource [ prof:hasRole role:constraints ; prof:hasArtifact <a/> ] ,
                [ prof:hasRole role:mapping ; prof:hasArtifact <../queries/views/a.rq> ] .
            """;

    @TempDir
    private Path home;

    @BeforeEach
    void shapes() throws IOException {
        Files.createDirectories(home.resolve("shapes/a/deep"));
        Files.writeString(home.resolve("shapes/a/z.ttl"), "");
        Files.writeString(home.resolve("shapes/a/deep/b.ttl"), "");
        Files.createDirectories(home.resolve("queries/views"));
        Files.writeString(home.resolve("queries/views/a.rq"), "");
    }

    @Test
    void our_own_list_has_the_gate_and_dcat_ap_3() {
        Profiles own = Profiles.load(new DataFiles(Path.of(System.getProperty("pinakes.home"))));

        assertThat(own.all()).extracting(Profile::name).contains("dcat-ap-3", "publication");
        assertThat(own.profile("dcat-ap-3").release()).isEqualTo("3.0.1");
        assertThat(own.profile("dcat-ap-3").view()).contains("dcat-ap-3");
    }

    @Test
    void a_folder_stands_for_every_turtle_file_in_it() throws IOException {
        Profile a = load(GOOD).profile("a");

        assertThat(a.shapes())
                .extracting(p -> home.relativize(p).toString())
                .containsExactly("shapes/a/deep/b.ttl", "shapes/a/z.ttl");
        assertThat(a.title()).isEqualTo("A");
        assertThat(a.view()).isEqualTo(Optional.of("a"));
    }

    @Test
    void the_home_may_be_relative_and_have_a_space_in_its_name() throws IOException {
        load(GOOD);
        Path spaced = Files.createDirectories(home.resolve("my päth"));
        Files.move(home.resolve("shapes"), spaced.resolve("shapes"));
        Files.move(home.resolve("queries"), spaced.resolve("queries"));
        Path relative = Path.of("").toAbsolutePath().relativize(spaced);

        assertThat(Profiles.load(new DataFiles(spaced)).profile("a").shapes()).hasSize(2);
        assertThat(Profiles.load(new DataFiles(relative)).profile("a").shapes()).hasSize(2);
        assertThat(Profiles.load(new DataFiles(relative)).profile("a").view()).contains("a");
    }

    @Test
    void a_wrong_name_lists_the_right_ones() throws IOException {
        Profiles profiles = load(GOOD + GOOD.replace("#a>", "#b>").replace("\"a\"", "\"b\""));

        assertThat(profiles.named("c")).isEmpty();
        assertThatThrownBy(() -> profiles.profile("c"))
                .isInstanceOf(InputProblem.class)
                .hasMessage("There is no profile 'c'; there are: a, b.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "prof:hasToken \"a\" ;      |                            | needs exactly one prof:hasToken",
                "\"a\"                      | \"A B\"                    | the name 'A B' may only have",
                "dcat:version \"1\"         | dcat:version 1 , 2         | needs exactly one dcat:version",
                "<a/>                       | <b/>                       | names shapes/b, where no .ttl file is",
                "<a/>                       | <../../x/>                 | outside the project's folder",
                "<a/>                       | \"a\"                      | in angle brackets",
                "role:constraints           | role:guidance              | has one prof:hasRole",
                "<../queries/views/a.rq>    | <a.rq>                     | a view is a .rq file in queries/views",
                "<../queries/views/a.rq>    | <../queries/views/b.rq>    | there is no such file",
                "dct:title \"A\" ;          | dct:title \"A\"            | shapes/profiles.ttl, line 5, column",
            })
    void a_mistake_in_the_list_is_explained(String right, String wrong, String problem) {
        assertThatThrownBy(() -> load(GOOD.replace(right.strip(), wrong == null ? "" : wrong.strip())))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("shapes/profiles.ttl")
                .hasMessageContaining(problem.strip());
    }

    @Test
    void without_a_list_the_folder_is_named() {
        assertThatThrownBy(() -> Profiles.load(new DataFiles(home)))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining("There is no shapes/profiles.ttl in " + home);
    }

    private Profiles load(String list) throws IOException {
        Files.writeString(home.resolve("shapes/profiles.ttl"), PREFIXES + list);
        return Profiles.load(new DataFiles(home));
    }
}

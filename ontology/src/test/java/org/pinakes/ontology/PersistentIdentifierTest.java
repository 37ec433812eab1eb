package org.pinakes.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PersistentIdentifierTest {

    @ParameterizedTest
    @CsvSource({
        "10.7937/K9/TCIA.2016.FADS26KG, https://doi.org/10.7937/k9/tcia.2016.fads26kg",
        "doi:10.7937/K9/TCIA.2016.FADS26KG, https://doi.org/10.7937/k9/tcia.2016.fads26kg",
        "DOI: 10.7937/k9/tcia.2016.fads26kg, https://doi.org/10.7937/k9/tcia.2016.fads26kg",
        "https://doi.org/10.7937/K9/TCIA.2016.FADS26KG, https://doi.org/10.7937/k9/tcia.2016.fads26kg",
        "http://dx.doi.org/10.7937/K9/TCIA.2016.FADS26KG, https://doi.org/10.7937/k9/tcia.2016.fads26kg",
        "//doi.org/10.7937/K9/TCIA.2016.FADS26KG, https://doi.org/10.7937/k9/tcia.2016.fads26kg",
        "doi.org/10.7937/K9/TCIA.2016.FADS26KG, https://doi.org/10.7937/k9/tcia.2016.fads26kg",
        "hdl:10934/RVD, https://hdl.handle.net/10934/rvd",
        "http://hdl.handle.net/10934/RVD, https://hdl.handle.net/10934/rvd",
        "ark:/12148/btv1b8449691v, https://n2t.net/ark:/12148/btv1b8449691v",
        "https://n2t.net/ark:12148/btv1b8449691v, https://n2t.net/ark:/12148/btv1b8449691v",
        "URN:UUID:898ca4b8-197b-4d40-bc81-d9cd88197670, urn:uuid:898ca4b8-197b-4d40-bc81-d9cd88197670",
        "http://Data.Example.ORG/set/7/, https://data.example.org/set/7",
        "https://data.example.org/set?id=7, https://data.example.org/set?id=7",
    })
    void has_one_spelling(String given, String wanted) {
        assertThat(PersistentIdentifier.of(given)).contains(wanted);
        assertThat(PersistentIdentifier.of(wanted)).contains(wanted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "tcia-1",
                "https://example.org",
                "https://example.org/",
                "10.7937",
                "see 10.1/x",
                "n/a",
                "http://[bad/x"
            })
    void what_is_local_is_none(String given) {
        assertThat(PersistentIdentifier.of(given)).isEqualTo(Optional.empty());
    }
}

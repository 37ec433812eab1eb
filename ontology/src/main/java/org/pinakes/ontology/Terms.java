package org.pinakes.ontology;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * The terms that Java code names. Everything else is named by data files only. Own terms ({@code pin:}) are documented in
 * {@code ontology/pinakes.ttl}.
 */
public final class Terms {
    public static final String DCAT = "http://www.w3.org/ns/dcat#";
    public static final String DCT = "http://purl.org/dc/terms/";
    public static final String ADMS = "http://www.w3.org/ns/adms#";
    public static final String FOAF = "http://xmlns.com/foaf/0.1/";
    public static final String PROV = "http://www.w3.org/ns/prov#";
    public static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
    public static final String HEALTH = "http://healthdataportal.eu/ns/health#";
    public static final String EUCAIM = "https://cancerimage.eu/ontology/EUCAIM#";
    public static final String HYDRA = "http://www.w3.org/ns/hydra/core#";
    public static final String PIN = "https://w3id.org/pinakes/ns#";

    public static final Node TYPE = iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
    public static final Node DATASET = iri(DCAT + "Dataset");
    public static final Node DATASET_SERIES = iri(DCAT + "DatasetSeries");
    public static final Node CATALOG = iri(DCAT + "Catalog");
    public static final Node CATALOG_RECORD = iri(DCAT + "CatalogRecord");
    public static final Node DISTRIBUTION = iri(DCAT + "Distribution");
    public static final Node TITLE = iri(DCT + "title");
    public static final Node DESCRIPTION = iri(DCT + "description");
    public static final Node IDENTIFIER = iri(DCT + "identifier");
    public static final Node PUBLISHER = iri(DCT + "publisher");
    public static final Node MODIFIED = iri(DCT + "modified");
    public static final Node OTHER_IDENTIFIER = iri(ADMS + "identifier");
    public static final Node SUB_CLASS_OF = iri("http://www.w3.org/2000/01/rdf-schema#subClassOf");
    public static final Node NOTATION = iri(SKOS + "notation");

    public static final Node CONTENT_HASH = iri(PIN + "contentHash");
    public static final Node PROVIDER = iri(PIN + "provider");
    public static final Node CHANGE_NUMBER = iri(PIN + "changeNumber");
    public static final Node WITHDRAWN_AT = iri(PIN + "withdrawnAt");

    /** Of a record: profile and outcome in one text, {@code dcat-ap-3: conforms}. */
    public static final Node STANDING = iri(PIN + "standing");

    private Terms() {}

    public static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }
}

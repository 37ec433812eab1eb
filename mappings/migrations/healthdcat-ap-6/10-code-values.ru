# what: A code value that is a node with a notation becomes a text: the coding system, a colon, the code.
# why: R7 has texts at healthdcatap:hasCodeValues. What was said of the node stays in the record.
# in: drafts 0.1.x, HealthDCAT-AP R5 and R6, EUCAIM DCAT-AP v1
PREFIX healthdcatap: <http://healthdataportal.eu/ns/health#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX wd: <http://www.wikidata.org/entity/>
PREFIX coding: <https://hdeu-dcat.data.health.europa.eu/resource/authority/coding-system/>
DELETE { ?dataset healthdcatap:hasCodeValues ?concept }
INSERT { ?dataset healthdcatap:hasCodeValues ?text }
WHERE {
  ?dataset healthdcatap:hasCodeValues ?concept .
  ?concept skos:notation ?code .
  OPTIONAL {
    ?concept skos:inScheme ?scheme .
    VALUES (?scheme ?known) {
      (wd:Q45127 "ICD-10") (wd:P494 "ICD-10") (wd:P4338 "LOINC") (wd:Q24254958 "ORDO") (wd:P3201 "MEDDRA")
      (wd:P486 "MESH") (wd:P267 "ATC") (wd:P2892 "UMLS") (wd:P1748 "NCIT") (wd:P3345 "RXNORM")
    }
  }
  OPTIONAL { ?concept skos:inScheme/skos:notation ?own . FILTER (!REGEX(STR(?own), "\\s")) }
  OPTIONAL { ?concept skos:inScheme ?listed . FILTER (STRSTARTS(STR(?listed), STR(coding:))) }
  BIND (COALESCE(?known, STRAFTER(STR(?listed), STR(coding:)), STR(?own)) AS ?system)
  BIND (IF(BOUND(?system), CONCAT(?system, ": ", STR(?code)), STR(?code)) AS ?text)
}

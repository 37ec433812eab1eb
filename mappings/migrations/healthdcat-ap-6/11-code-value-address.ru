# what: A code value that is only an IRI becomes its text.
# why: R7 has texts at healthdcatap:hasCodeValues; an IRI of which nothing is said has no other text than itself.
# in: drafts 0.1.x, HealthDCAT-AP R5 and R6, EUCAIM DCAT-AP v1
PREFIX healthdcatap: <http://healthdataportal.eu/ns/health#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
DELETE { ?dataset healthdcatap:hasCodeValues ?concept }
INSERT { ?dataset healthdcatap:hasCodeValues ?text }
WHERE {
  ?dataset healthdcatap:hasCodeValues ?concept .
  FILTER (isIRI(?concept))
  FILTER NOT EXISTS { ?concept skos:notation ?code }
  BIND (STR(?concept) AS ?text)
}

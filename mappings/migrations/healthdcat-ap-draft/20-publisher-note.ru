# what: healthdcatap:publisherNote of an agent becomes its dct:description.
# why: R5 has dct:description for it. R8 allows one description, so a note beside a description stays.
# in: drafts 0.1.x, CKAN extension for R4
PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX dct: <http://purl.org/dc/terms/>
PREFIX healthdcatap: <http://healthdataportal.eu/ns/health#>
DELETE { ?agent healthdcatap:publisherNote ?note }
INSERT { ?agent dct:description ?note }
WHERE {
  ?agent healthdcatap:publisherNote ?note .
  FILTER NOT EXISTS { ?agent a dcat:Dataset }
  FILTER NOT EXISTS { ?agent dct:description ?other . FILTER (LANG(?other) = LANG(?note) && ?other != ?note) }
}

# what: healthdcatap:publisherNote of a dataset becomes the dct:description of its only publisher.
# why: It says something of the publisher.
# in: CKAN extension for R4, the German cancer registry example
PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX dct: <http://purl.org/dc/terms/>
PREFIX healthdcatap: <http://healthdataportal.eu/ns/health#>
DELETE { ?dataset healthdcatap:publisherNote ?note }
INSERT { ?agent dct:description ?note }
WHERE {
  ?dataset a dcat:Dataset ; healthdcatap:publisherNote ?note ; dct:publisher ?agent .
  FILTER (!isLiteral(?agent))
  FILTER NOT EXISTS { ?dataset dct:publisher ?other . FILTER (?other != ?agent) }
  FILTER NOT EXISTS { ?agent dct:description ?other . FILTER (LANG(?other) = LANG(?note) && ?other != ?note) }
}

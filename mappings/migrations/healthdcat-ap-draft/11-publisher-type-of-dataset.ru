# what: healthdcatap:publisherType of a dataset becomes the dct:type of its only publisher.
# why: It says what the publisher is. With several publishers it cannot be seen which is meant.
# in: CKAN extension for R4
PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX dct: <http://purl.org/dc/terms/>
PREFIX healthdcatap: <http://healthdataportal.eu/ns/health#>
DELETE { ?dataset healthdcatap:publisherType ?type }
INSERT { ?agent dct:type ?type }
WHERE {
  ?dataset a dcat:Dataset ; healthdcatap:publisherType ?type ; dct:publisher ?agent .
  FILTER (!isLiteral(?agent))
  FILTER NOT EXISTS { ?dataset dct:publisher ?other . FILTER (?other != ?agent) }
}

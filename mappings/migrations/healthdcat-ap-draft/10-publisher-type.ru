# what: healthdcatap:publisherType of an agent becomes dct:type.
# why: Since R5 the type of a publisher is dct:type; the list is publisher-type.
# in: drafts 0.1.x, CKAN extension for R4
PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX dct: <http://purl.org/dc/terms/>
PREFIX healthdcatap: <http://healthdataportal.eu/ns/health#>
DELETE { ?agent healthdcatap:publisherType ?type }
INSERT { ?agent dct:type ?type }
WHERE {
  ?agent healthdcatap:publisherType ?type .
  FILTER NOT EXISTS { ?agent a dcat:Dataset }
}

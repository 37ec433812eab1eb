# what: Another standard of a health dataset moves to its only distribution.
# why: R8 refuses standards that are not in its list at a dataset and takes them at a distribution. A description's
#   own profile (prof:Profile, FAIR Data Point) is no standard of the data and stays. With several distributions it
#   cannot be seen which one is meant.
# in: drafts 0.1.x, HealthDCAT-AP R5
PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX dct: <http://purl.org/dc/terms/>
PREFIX healthdcatap: <http://healthdataportal.eu/ns/health#>
PREFIX standard: <https://hdeu-dcat.data.health.europa.eu/resource/authority/standard/>
PREFIX prof: <http://www.w3.org/ns/dx/prof/>
DELETE { ?dataset dct:conformsTo ?standard }
INSERT { ?distribution dct:conformsTo ?standard }
WHERE {
  ?dataset a dcat:Dataset ; healthdcatap:healthCategory ?category ; dct:conformsTo ?standard ; dcat:distribution ?distribution .
  FILTER (isIRI(?standard) && !STRSTARTS(STR(?standard), STR(standard:)) && !REGEX(STR(?standard), "/profile/"))
  FILTER NOT EXISTS { ?standard a prof:Profile }
  FILTER NOT EXISTS { ?dataset dcat:distribution ?other . FILTER (?other != ?distribution) }
}

# what: A checksum that stands directly on the distribution gets its spdx:Checksum node.
# why: EUCAIM DCAT-AP v2 and DCAT-AP have spdx:checksum [ spdx:algorithm … ; spdx:checksumValue … ]. The value becomes
#   xsd:hexBinary when it is one.
# in: EUCAIM DCAT-AP v1
PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX spdx: <http://spdx.org/rdf/terms#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
DELETE { ?distribution spdx:checksumValue ?value ; spdx:algorithm ?algorithm }
INSERT {
  ?distribution spdx:checksum ?checksum .
  ?checksum a spdx:Checksum ; spdx:checksumValue ?typed ; spdx:algorithm ?algorithm .
}
WHERE {
  ?distribution a dcat:Distribution ; spdx:checksumValue ?value .
  FILTER NOT EXISTS { ?distribution spdx:checksumValue ?other . FILTER (?other != ?value) }
  FILTER NOT EXISTS { ?distribution spdx:algorithm ?one , ?two . FILTER (?one != ?two) }
  BIND (BNODE() AS ?checksum)
  OPTIONAL { ?distribution spdx:algorithm ?algorithm }
  BIND (IF(REGEX(STR(?value), "^([0-9A-Fa-f]{2})+$"), STRDT(STR(?value), xsd:hexBinary), ?value) AS ?typed)
}

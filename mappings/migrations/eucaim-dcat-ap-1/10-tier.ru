# what: The interoperability tier moves from adms:interoperabilityLevel to eucaim:interoperabilityLevel.
# why: EUCAIM DCAT-AP v2 has the tier in its own namespace. An ADMS level (purl.org/adms/interoperabilitylevel) is
#   another thing and stays.
# in: EUCAIM DCAT-AP v1: the Molgenis catalogue and its SHACL test data
PREFIX adms: <http://www.w3.org/ns/adms#>
PREFIX eucaim: <https://cancerimage.eu/ontology/EUCAIM#>
DELETE { ?dataset adms:interoperabilityLevel ?tier }
INSERT { ?dataset eucaim:interoperabilityLevel ?tier }
WHERE {
  ?dataset adms:interoperabilityLevel ?tier .
  FILTER (STRSTARTS(STR(?tier), STR(eucaim:)))
}

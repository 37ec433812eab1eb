# what: csvw:tableGroup of a distribution becomes healthdcatap:hasVariables of the dataset.
# why: R7 describes the variables at the dataset.
# in: HealthDCAT-AP R5 and R6
PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX adms: <http://www.w3.org/ns/adms#>
PREFIX healthdcatap: <http://healthdataportal.eu/ns/health#>
PREFIX csvw: <http://www.w3.org/ns/csvw#>
DELETE { ?distribution csvw:tableGroup ?group }
INSERT { ?dataset healthdcatap:hasVariables ?group . ?group a csvw:TableGroup }
WHERE {
  ?dataset dcat:distribution|adms:sample|healthdcatap:analytics ?distribution .
  ?distribution csvw:tableGroup ?group .
  FILTER (!isLiteral(?group))
}

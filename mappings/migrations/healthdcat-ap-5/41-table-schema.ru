# what: A csvw:tableSchema that is described in a distribution becomes a table of the dataset's
#   healthdcatap:hasVariables.
# why: R7 describes the variables at the dataset: csvw:TableGroup, csvw:Table, csvw:Column.
# in: HealthDCAT-AP R5 and R6
PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX adms: <http://www.w3.org/ns/adms#>
PREFIX healthdcatap: <http://healthdataportal.eu/ns/health#>
PREFIX csvw: <http://www.w3.org/ns/csvw#>
DELETE { ?distribution csvw:tableSchema ?schema }
INSERT {
  ?dataset healthdcatap:hasVariables ?group .
  ?group a csvw:TableGroup ; csvw:table ?schema .
  ?schema a csvw:Table .
}
WHERE {
  ?dataset dcat:distribution|adms:sample|healthdcatap:analytics ?distribution .
  ?distribution csvw:tableSchema ?schema .
  FILTER EXISTS { ?schema csvw:column ?column }
  BIND (BNODE() AS ?group)
}

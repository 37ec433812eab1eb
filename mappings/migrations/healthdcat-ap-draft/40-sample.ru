# what: healthdcatap:sample and dcat:sample become adms:sample.
# why: All three were sent for the same thing; R8 has adms:sample.
# in: drafts 0.1.x, CKAN extension for R4
PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX adms: <http://www.w3.org/ns/adms#>
PREFIX healthdcatap: <http://healthdataportal.eu/ns/health#>
DELETE { ?dataset ?old ?sample }
INSERT { ?dataset adms:sample ?sample }
WHERE {
  VALUES ?old { healthdcatap:sample dcat:sample }
  ?dataset ?old ?sample .
}

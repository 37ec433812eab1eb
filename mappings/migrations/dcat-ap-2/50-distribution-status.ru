# what: The ADMS status of a distribution becomes the one of the EU table.
# why: The code list of adms:status changed between DCAT-AP 2.1 and 3.0: ADMS status before, distribution-status now.
# in: DCAT-AP 2 records
PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX adms: <http://www.w3.org/ns/adms#>
PREFIX status: <http://publications.europa.eu/resource/authority/distribution-status/>
PREFIX oldstatus: <http://purl.org/adms/status/>
DELETE { ?distribution adms:status ?old }
INSERT { ?distribution adms:status ?new }
WHERE {
  VALUES (?old ?new) {
    (oldstatus:Completed status:COMPLETED)
    (oldstatus:Deprecated status:DEPRECATED)
    (oldstatus:UnderDevelopment status:DEVELOP)
    (oldstatus:Withdrawn status:WITHDRAWN)
  }
  ?distribution a dcat:Distribution ; adms:status ?old .
}

# what: schema:startDate and schema:endDate of a period become dcat:startDate and dcat:endDate.
# why: DCAT-AP replaced them between 1 and 2; both forms are still sent.
# in: CKAN, national portals, the Flemish example record
PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX dct: <http://purl.org/dc/terms/>
PREFIX schema: <http://schema.org/>
DELETE { ?period ?old ?date }
INSERT { ?period ?new ?date }
WHERE {
  VALUES (?old ?new) { (schema:startDate dcat:startDate) (schema:endDate dcat:endDate) }
  ?period a dct:PeriodOfTime ; ?old ?date .
}

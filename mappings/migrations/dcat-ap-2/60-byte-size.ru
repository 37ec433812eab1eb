# what: A whole dcat:byteSize of another number type becomes xsd:nonNegativeInteger.
# why: DCAT 2 (and EUCAIM DCAT-AP v1) had xsd:decimal, DCAT 3 has xsd:nonNegativeInteger.
# in: DCAT-AP 2 records, EUCAIM DCAT-AP v1
PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
DELETE { ?distribution dcat:byteSize ?old }
INSERT { ?distribution dcat:byteSize ?new }
WHERE {
  ?distribution dcat:byteSize ?old .
  FILTER (DATATYPE(?old) IN (xsd:decimal, xsd:integer, xsd:double, xsd:float, xsd:long, xsd:int, xsd:positiveInteger))
  FILTER (?old >= 0 && ?old = FLOOR(?old))
  BIND (STRDT(STR(xsd:integer(?old)), xsd:nonNegativeInteger) AS ?new)
}

# what: A csvw:datatype that is an XML Schema datatype becomes its name.
# why: R8 wants a text such as "string".
# in: HealthDCAT-AP R5 to R7, CSV on the Web
PREFIX csvw: <http://www.w3.org/ns/csvw#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
DELETE { ?column csvw:datatype ?datatype }
INSERT { ?column csvw:datatype ?name }
WHERE {
  ?table csvw:column ?column .
  ?column csvw:datatype ?datatype .
  FILTER (isIRI(?datatype) && STRSTARTS(STR(?datatype), STR(xsd:)))
  BIND (STRAFTER(STR(?datatype), "#") AS ?name)
}

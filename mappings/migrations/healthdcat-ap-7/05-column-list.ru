# what: A list of columns becomes one csvw:column for each.
# why: CSV on the Web has an RDF list; HealthDCAT-AP repeats the property. The list's order is lost to the property
#   and kept in the provenance.
# in: HealthDCAT-AP R5 to R7, CSV on the Web
PREFIX csvw: <http://www.w3.org/ns/csvw#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
DELETE { ?table csvw:column ?list . ?cell rdf:first ?column ; rdf:rest ?next }
INSERT { ?table csvw:column ?column }
WHERE {
  ?table csvw:column ?list .
  ?list rdf:rest* ?cell .
  ?cell rdf:first ?column ; rdf:rest ?next .
}

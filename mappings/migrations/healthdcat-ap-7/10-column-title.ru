# what: csvw:titles of a column becomes csvw:title.
# why: R8 writes csvw:title; CSV on the Web has csvw:titles.
# in: HealthDCAT-AP R5 to R7
PREFIX csvw: <http://www.w3.org/ns/csvw#>
DELETE { ?column csvw:titles ?title }
INSERT { ?column csvw:title ?title }
WHERE {
  ?table csvw:column ?column .
  ?column csvw:titles ?title .
}

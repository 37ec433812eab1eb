# what: An agent of a health dataset that has only foaf:mbox gets a cv:ContactPoint with the same address.
# why: R8 asks each hdab, publisher and custodian for one cv:contactPoint; the drafts had foaf:mbox. foaf:mbox stays.
#   The home page is not taken: it need not be a contact page.
# in: drafts 0.1.x, German HealthDCAT-AP records
PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX dct: <http://purl.org/dc/terms/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX cv: <http://data.europa.eu/m8g/>
PREFIX healthdcatap: <http://healthdataportal.eu/ns/health#>
PREFIX geodcatap: <http://data.europa.eu/930/>
INSERT { ?agent cv:contactPoint ?contact . ?contact a cv:ContactPoint ; cv:email ?email }
WHERE {
  {
    SELECT DISTINCT ?agent ?email
    WHERE {
      VALUES ?role { healthdcatap:hdab healthdcatap:hdabCoordinator dct:publisher geodcatap:custodian }
      ?dataset healthdcatap:healthCategory|healthdcatap:hdab ?health ; ?role ?agent .
      ?agent foaf:mbox ?mailbox .
      FILTER NOT EXISTS { ?agent cv:contactPoint|dcat:contactPoint ?there }
      FILTER NOT EXISTS { ?agent foaf:mbox ?other . FILTER (?other != ?mailbox) }
      BIND (REPLACE(STR(?mailbox), "^mailto:", "", "i") AS ?email)
      FILTER (REGEX(?email, "^[^@ ]+@[^@ ]+$"))
    }
  }
  BIND (BNODE() AS ?contact)
}

# what: The vCard of an agent becomes its cv:ContactPoint too: e-mail without mailto:, page and telephone.
# why: R7 has cv:contactPoint for agents; dcat:contactPoint is of resources. The vCard's own statements stay on the
#   node.
# in: HealthDCAT-AP R5 and R6, GDI, EUCAIM DCAT-AP v1
PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX dct: <http://purl.org/dc/terms/>
PREFIX vcard: <http://www.w3.org/2006/vcard/ns#>
PREFIX cv: <http://data.europa.eu/m8g/>
PREFIX healthdcatap: <http://healthdataportal.eu/ns/health#>
PREFIX geodcatap: <http://data.europa.eu/930/>
DELETE { ?agent dcat:contactPoint ?contact }
INSERT {
  ?agent cv:contactPoint ?contact .
  ?contact a cv:ContactPoint ; cv:email ?email ; cv:contactPage ?page ; cv:telephone ?telephone .
}
WHERE {
  VALUES ?role { healthdcatap:hdab healthdcatap:hdabCoordinator dct:publisher geodcatap:custodian }
  ?dataset ?role ?agent .
  ?agent dcat:contactPoint ?contact .
  FILTER (!isLiteral(?contact))
  OPTIONAL { ?contact vcard:hasEmail ?mailbox . BIND (REPLACE(STR(?mailbox), "^mailto:", "", "i") AS ?email) }
  OPTIONAL { ?contact vcard:hasURL ?page . FILTER (isIRI(?page)) }
  OPTIONAL { ?contact vcard:hasTelephone ?number . BIND (REPLACE(STR(?number), "^tel:", "", "i") AS ?telephone) }
}

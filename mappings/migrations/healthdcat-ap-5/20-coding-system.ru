# what: A coding system that is named by its Wikidata item or property becomes the one of the HealthDCAT-AP list.
# why: R6 has a list of coding systems; R5 and the drafts named them by Wikidata.
# in: drafts 0.1.x, HealthDCAT-AP R5, EUCAIM DCAT-AP v1
PREFIX healthdcatap: <http://healthdataportal.eu/ns/health#>
PREFIX wd: <http://www.wikidata.org/entity/>
PREFIX coding: <https://hdeu-dcat.data.health.europa.eu/resource/authority/coding-system/>
DELETE { ?dataset healthdcatap:hasCodingSystem ?old }
INSERT { ?dataset healthdcatap:hasCodingSystem ?new }
WHERE {
  VALUES (?old ?new) {
    (wd:Q45127 coding:ICD-10) (wd:P494 coding:ICD-10) (wd:P4338 coding:LOINC) (wd:Q24254958 coding:ORDO)
    (wd:P3201 coding:MEDDRA) (wd:P486 coding:MESH) (wd:P267 coding:ATC) (wd:P2892 coding:UMLS)
    (wd:P1748 coding:NCIT) (wd:P3345 coding:RXNORM)
  }
  ?dataset healthdcatap:hasCodingSystem ?old .
}

# what: dct:isVersionOf becomes dcat:isVersionOf.
# why: DCAT-AP 3 says versions in the words of DCAT 3; its list of deprecated properties names this one.
# in: DCAT-AP 2 records, HealthDCAT-AP R5 and R6
PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX dct: <http://purl.org/dc/terms/>
DELETE { ?resource dct:isVersionOf ?other }
INSERT { ?resource dcat:isVersionOf ?other }
WHERE { ?resource dct:isVersionOf ?other . FILTER (!isLiteral(?other)) }

# what: healthdcatap:qualityAnnotation becomes dqv:hasQualityAnnotation.
# why: The property was replaced by the one of the Data Quality Vocabulary.
# in: drafts 0.1.x, CKAN extension for R4
PREFIX healthdcatap: <http://healthdataportal.eu/ns/health#>
PREFIX dqv: <http://www.w3.org/ns/dqv#>
DELETE { ?dataset healthdcatap:qualityAnnotation ?annotation }
INSERT { ?dataset dqv:hasQualityAnnotation ?annotation }
WHERE { ?dataset healthdcatap:qualityAnnotation ?annotation }

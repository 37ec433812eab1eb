# what: A standard that a dataset names by Wikidata or by its home page becomes the one of the HealthDCAT-AP list.
# why: R6 has a list of standards, and R8 refuses others at a dataset.
# in: drafts 0.1.x, HealthDCAT-AP R5, EUCAIM DCAT-AP v1
PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX dct: <http://purl.org/dc/terms/>
PREFIX wd: <http://www.wikidata.org/entity/>
PREFIX standard: <https://hdeu-dcat.data.health.europa.eu/resource/authority/standard/>
DELETE { ?dataset dct:conformsTo ?old }
INSERT { ?dataset dct:conformsTo ?new }
WHERE {
  VALUES (?old ?new) {
    (wd:Q19597236 standard:FHIR) (<http://hl7.org/fhir> standard:FHIR) (<http://hl7.org/fhir/> standard:FHIR)
    (<https://hl7.org/fhir> standard:FHIR) (<https://hl7.org/fhir/> standard:FHIR)
    (<http://dicom.nema.org> standard:DICOM) (<http://dicom.nema.org/> standard:DICOM)
    (<https://www.dicomstandard.org> standard:DICOM) (<https://www.dicomstandard.org/> standard:DICOM)
    (<https://ohdsi.github.io/CommonDataModel> standard:OMOP-CDM) (<https://ohdsi.github.io/CommonDataModel/> standard:OMOP-CDM)
  }
  ?dataset a dcat:Dataset ; dct:conformsTo ?old .
}

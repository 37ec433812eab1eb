# what: owl:versionInfo becomes dcat:version.
# why: DCAT-AP 3 has dcat:version; its list of deprecated properties names owl:versionInfo. At most one version is
#   allowed, so another one that is there already stays alone.
# in: DCAT-AP 2 records
PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
DELETE { ?resource owl:versionInfo ?version }
INSERT { ?resource dcat:version ?version }
WHERE {
  VALUES ?class { dcat:Dataset dcat:DataService dcat:Catalog }
  ?resource a ?class ; owl:versionInfo ?version .
  FILTER NOT EXISTS { ?resource dcat:version ?other . FILTER (?other != ?version) }
  FILTER NOT EXISTS { ?resource owl:versionInfo ?second . FILTER (?second != ?version) }
}

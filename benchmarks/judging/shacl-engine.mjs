// The same files by npm's shacl-engine: node shacl-engine.mjs FOLDER SECONDS, in a folder with node_modules.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
const require = createRequire(process.cwd() + '/')
const load = name => import(pathToFileURL(require.resolve(name)))
const { Parser } = await load('n3')
const rdf = (await load('rdf-ext')).default
const { Validator } = await load('shacl-engine')
let validations
try { validations = (await load('shacl-engine/sparql.js')).validations } catch { validations = undefined }

const [folder, seconds] = process.argv.slice(2)
const read = file => rdf.dataset(new Parser({ factory: rdf }).parse(readFileSync(file, 'utf8')))
const validator = new Validator(read(`${folder}/shapes.ttl`), { factory: rdf, validations })
const files = readdirSync(`${folder}/files`).sort()
const name = term => term && term.termType === 'NamedNode' ? term.value : '_:'
let best = Infinity
let results
const end = Date.now() + 1000 * Number(seconds)
while (Date.now() < end) {
  results = new Set()
  const start = process.hrtime.bigint()
  for (const file of files) {
    const report = await validator.validate({ dataset: read(`${folder}/files/${file}`) })
    for (const r of report.results) {
      if (r.severity.value.endsWith('#Violation')) {
        results.add(`${file} ${name(r.shape?.ptr?.term ?? r.shape)} ${name(r.focusNode?.term ?? r.focusNode)}`)
      }
    }
  }
  best = Math.min(best, Number(process.hrtime.bigint() - start) / 1e9)
}
writeFileSync(`${folder}/shacl-engine.results`, [...results].sort().join('\n') + '\n')
console.log(`shacl-engine 1.1.2, 1 thread\t${best.toFixed(3)} s\t${Math.round(files.length / best)} files/s\t${results.size} violations`)

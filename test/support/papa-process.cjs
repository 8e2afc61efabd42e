// Reads a file with PapaParse alone, as a measure for the check of it. Plain JavaScript: taking out types takes time, too.
const { readFileSync } = require('node:fs')
const Papa = require('papaparse')

const { data } = Papa.parse(readFileSync(process.argv[2], 'utf8'), { header: true, skipEmptyLines: 'greedy' })
process.stdout.write(`${data.length}\n`)

/**
 * `npm run release:audit -- FILE`: reads what `npm audit --json` has written. A known weakness in what users are given is
 * an error; one in the tools of the project is only told.
 */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { tellJob } from './job-summary.ts'
import { sortWeaknesses } from './shipped.ts'

const root = resolve(import.meta.dirname, '../..')
const [file = ''] = process.argv.slice(2)
const report = JSON.parse(readFileSync(file, 'utf8'))
if (typeof report.vulnerabilities !== 'object')
  throw new Error(`npm audit has not answered: ${JSON.stringify(report).slice(0, 500)}`)

const lock = JSON.parse(readFileSync(resolve(root, 'package-lock.json'), 'utf8'))
const { shipped, others } = sortWeaknesses(report, lock)
tellJob('Known weaknesses', [
  ...(shipped.length > 0
    ? ['In what is shipped, which blocks the release:', ...shipped]
    : ['None in what is shipped.']),
  ...(others.length > 0 ? ['In the tools of the project, which does not block it:', ...others] : []),
])
if (shipped.length > 0) process.exitCode = 1

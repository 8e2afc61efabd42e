import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { vendorsTable } from './vendors-table.ts'

writeFileSync(resolve(import.meta.dirname, '../../src/shared/site/vendors-table.ts'), vendorsTable())

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** Where a page that is served to tests finds axe. */
export const axePath = '/axe.min.js'

export const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

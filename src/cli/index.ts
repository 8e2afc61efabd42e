import * as modules from 'node:module'
import { join } from 'node:path'

// What Node has compiled of this program is kept beside it, and a later start loads that: a tenth of a short command's time.
// It is as safe there as the program is. Node 20 has no such cache; where nothing can be written, Node compiles anew.
modules.enableCompileCache?.(join(import.meta.dirname, 'compiled'))

// Only what is loaded from here on is kept.
const { runProgram } = await import('./program.ts')
await runProgram()

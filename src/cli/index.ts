import * as modules from 'node:module'
import { compiledFolder } from './compiled-folder.ts'

// A later start loads what Node has compiled in an earlier one: a tenth of a short command's time. Node 20 keeps nothing; where
// nothing can be written, Node compiles anew.
const folder = compiledFolder()
if (folder !== undefined) modules.enableCompileCache?.(folder)

// Only what is loaded from here on is kept.
const { runProgram } = await import('./program.ts')
await runProgram()

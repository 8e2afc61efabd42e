/**
 * `node packaging/sign-files.ts FILE…`: signs for Windows, in place. The one program of this repository that is started
 * with the secrets of the signature. So it uses no package of npm, and runs nothing but what is pinned by its hash:
 * this Node (package-lock.json), and Microsoft's signtool and signing client (signing-tools.ts).
 */
import process from 'node:process'
import { sign } from './sign.ts'
import { signingTools, toolsFolder } from './signing-tools.ts'

await sign({
  files: process.argv.slice(2),
  environment: process.env,
  folder: toolsFolder,
  tools: signingTools,
})

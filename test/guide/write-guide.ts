/** `npm run guide`: writes docs/guide from the words that the app itself shows. Pictures stay as they are. */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { guideFiles } from './markdown.ts'

const folder = resolve(import.meta.dirname, '../../docs/guide')
const files = guideFiles()

await mkdir(folder, { recursive: true })
for (const name of await readdir(folder))
  if (name.endsWith('.md') && !files.has(name)) await rm(join(folder, name))
for (const [name, content] of files) await writeFile(join(folder, name), content)
console.log(`${files.size} files written to ${folder}`)

/**
 * `npm run release:notes -- TAG [FOLDER]`: prints what is new in the version of the tag, which must be that of
 * package.json. `draft` stands for the changes that have no version yet. Where the folder has packages for Windows
 * that are not signed, the notes say so.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { releaseNotes } from './notes.ts'

const root = resolve(import.meta.dirname, '../..')
const read = (name: string): string => readFileSync(resolve(root, name), 'utf8')

const [tag = '', folder] = process.argv.slice(2)
const notes = releaseNotes({
  tag,
  version: JSON.parse(read('package.json')).version,
  changelog: read('CHANGELOG.md'),
  files: folder === undefined ? [] : readdirSync(folder),
})
if (notes.ok) console.log(notes.value)
else {
  console.error(notes.failure)
  process.exitCode = 1
}

import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { listPackage, statFile } from '@electron/asar'
import type { Figure } from '../../bench/figure.ts'

/**
 * How large the app is without Electron, in kilobytes of 1,000 bytes. The limits are about a third above what it was
 * when they were set, the updater included: growth beyond is to be somebody's decision.
 */
export function measure(packed: string): readonly Figure[] {
  const archive = join(packed, 'resources/app.asar')
  const files = filesOf(archive)
  const within = (folder: string): number =>
    kilobytes(files.filter(({ path }) => path.startsWith(folder)).reduce((sum, { size }) => sum + size, 0))
  return [
    { name: 'package: app.asar', value: kilobytes(statSync(archive).size), unit: 'kB', limit: 4_600 },
    { name: 'package: main process', value: within('out/main/'), unit: 'kB', limit: 3_000 },
    { name: 'package: preload', value: within('out/preload/'), unit: 'kB', limit: 10 },
    { name: 'package: window', value: within('out/renderer/'), unit: 'kB', limit: 1_600 },
    { name: 'package: files in app.asar', value: files.length, unit: 'files', limit: 60 },
    {
      name: 'package: licences beside it',
      value: folderSize(join(packed, 'resources/licences')),
      unit: 'kB',
      limit: 200,
    },
  ]
}

/** The files of an asar with their sizes, by paths with slashes. */
export function filesOf(archive: string): readonly { readonly path: string; readonly size: number }[] {
  return listPackage(archive, { isPack: false }).flatMap((name) => {
    const path = name.replace(/^[\\/]/, '')
    const entry = statFile(archive, path)
    return 'size' in entry ? [{ path: path.replaceAll('\\', '/'), size: entry.size }] : []
  })
}

const folderSize = (folder: string): number =>
  kilobytes(readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0))

const kilobytes = (bytes: number): number => Math.round(bytes / 100) / 10

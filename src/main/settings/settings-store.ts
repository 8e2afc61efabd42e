import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import Store, { type Schema } from 'electron-store'
import type { TenantNames } from '../../core/session/session-service/memory.ts'
import { maxPhonesPerBatch, smallestBatchSize } from '../../shared/gateway/limits.ts'
import { regions } from '../../shared/gateway/region.ts'
import { type AppSettings, themes, updatePreferences } from '../../shared/settings.ts'
import { text } from '../../shared/text/index.ts'

/** Where a window was, in the screen's own units, before it was maximised. */
export type WindowPlace = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly maximised: boolean
}

/** The file of the settings, as far as it is there. */
export type Stored = Partial<Omit<AppSettings, 'troubles' | 'managed' | 'fileBeside'>> & {
  readonly lastFolder?: string
  readonly lastAccount?: string
  /** Where the lists are that were opened or saved last, the latest first. */
  readonly recentPaths?: readonly string[]
  readonly tenantNames?: Readonly<Record<string, TenantNames>>
  readonly windowPlace?: WindowPlace
  /** How large the page is shown: 1 as it is. */
  readonly zoom?: number
  /** What was said about a policy.json beside the program, by its path, and about which bytes of it. */
  readonly filesBeside?: Readonly<Record<string, { readonly sha256: string; readonly use: boolean }>>
}

export type SettingsStore = {
  stored(): Stored
  /** Null takes a setting away. Answers a sentence when the file could not be written. */
  keep(change: { readonly [Name in keyof Stored]?: Stored[Name] | null | undefined }): string | undefined
  /** Sentences about what was wrong with the file. */
  readonly troubles: readonly string[]
}

/**
 * Opens settings.json in `directory`. A file that cannot be read is kept beside a new one, under another name;
 * where nothing can be written the settings last until the app ends. Never throws.
 */
export function openSettingsStore(directory: string): SettingsStore {
  const file = join(directory, 'settings.json')
  const { store, troubles } = openFile(directory, file)
  let stored: Stored = store?.store ?? {}
  return {
    stored: () => stored,
    keep(change) {
      const kept = Object.entries({ ...stored, ...change }).filter(([, value]) => value != null)
      stored = Object.fromEntries(kept)
      try {
        // Whole, so that a key that has gone goes from the file too; the store's own keys stay.
        if (store) store.store = stored
        return undefined
      } catch (error) {
        return text.main.settings.notKept(file, (error as Error).message)
      }
    },
    troubles,
  }
}

function openFile(
  directory: string,
  file: string,
): { readonly store?: Store<Stored>; readonly troubles: readonly string[] } {
  try {
    return { store: openStore(directory, false), troubles: [] }
  } catch {
    const aside = `${file}.unreadable`
    try {
      copyFileSync(file, aside)
      return { store: openStore(directory, true), troubles: [text.main.settings.putAside(aside)] }
    } catch (error) {
      return { troubles: [text.main.settings.notKept(file, (error as Error).message)] }
    }
  }
}

const openStore = (cwd: string, clearInvalidConfig: boolean): Store<Stored> =>
  new Store<Stored>({
    cwd,
    name: 'settings',
    schema,
    // The schema below is ours: checking it by the schema of schemas first would take half of the start of main.
    ajvOptions: { meta: false, validateSchema: false },
    clearInvalidConfig,
    // The format of the file, and not the version of the app: what changes it adds a step.
    projectVersion: '1.0.0',
    migrations: {
      // Files from before had the last folder alone, under the name that it still has.
      '1.0.0': () => undefined,
    },
  })

const guid = '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$'
const string = { type: 'string' } as const
const number = { type: 'number' } as const

const width = { type: 'number', minimum: 1, maximum: 100_000 } as const

const schema: Schema<Stored> = {
  clientId: { type: 'string', pattern: guid },
  tenant: { type: 'string', pattern: `${guid}|^[0-9A-Za-z-]+([.][0-9A-Za-z-]+)+$` },
  region: { type: 'string', enum: [...regions] },
  batchSize: { type: 'integer', minimum: smallestBatchSize, maximum: maxPhonesPerBatch },
  way: { type: 'string', enum: ['powershell'] },
  moduleVersion: { type: 'string', pattern: '^[0-9]{1,6}([.][0-9]{1,6}){1,3}$' },
  theme: { type: 'string', enum: [...themes] },
  fullNamesInLog: { type: 'boolean' },
  updates: { type: 'string', enum: [...updatePreferences] },
  readiness: { type: 'string', enum: ['by-hand'] },
  inventory: { type: 'string', enum: ['on'] },
  accessSteps: { type: 'object', additionalProperties: { type: 'array', items: string } },
  lastFolder: string,
  lastAccount: string,
  recentPaths: { type: 'array', items: string, maxItems: 50 },
  tenantNames: {
    type: 'object',
    additionalProperties: {
      type: 'object',
      properties: { name: string, domain: string },
      required: ['name'],
    },
  },
  filesBeside: {
    type: 'object',
    additionalProperties: {
      type: 'object',
      properties: { sha256: string, use: { type: 'boolean' } },
      required: ['sha256', 'use'],
    },
  },
  zoom: { type: 'number', minimum: 0.25, maximum: 5 },
  layouts: {
    type: 'array',
    items: {
      type: 'object',
      properties: {
        headings: { type: 'array', items: string },
        columns: { type: 'object', additionalProperties: { type: 'integer', minimum: 0 } },
      },
      required: ['headings', 'columns'],
    },
  },
  table: {
    type: 'object',
    properties: {
      columns: { type: 'object', additionalProperties: { type: 'boolean' } },
      widths: { type: 'object', additionalProperties: width },
      twoLines: { type: 'boolean' },
      sort: {
        type: 'object',
        properties: { column: string, descending: { type: 'boolean' } },
        required: ['column', 'descending'],
      },
      panelHeight: width,
      panelWidth: width,
    },
  },
  windowPlace: {
    type: 'object',
    properties: { x: number, y: number, width: number, height: number, maximised: { type: 'boolean' } },
    required: ['x', 'y', 'width', 'height', 'maximised'],
  },
}

import * as z from 'zod/mini'
import { maxPhonesPerBatch, smallestBatchSize } from '../../shared/gateway/limits.ts'
import { regions } from '../../shared/gateway/region.ts'
import { themes, updatePreferences } from '../../shared/settings.ts'
import type { Stored } from './stored.ts'

/**
 * The error in the content of settings.json: the key, and what it should be; undefined if there is none. Unknown keys are
 * left alone: they are of another version, or the store's own.
 */
export function whatIsWrong(content: unknown): string | undefined {
  const [issue] = schema.safeParse(content, parsing).error?.issues ?? []
  return issue && `${issue.path.join('.')}: ${issue.message}`
}

/** Otherwise zod makes code for the schema first, which pays where it is used often. Here the window waits for it. */
const parsing = { jitless: true }

const guid = '[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}'
const clientId = new RegExp(`^${guid}$`)
const tenant = new RegExp(`^${guid}$|^[0-9A-Za-z-]+([.][0-9A-Za-z-]+)+$`)
const string = z.string()
const number = z.number()
const flag = z.boolean()
const strings = z.array(string)
const between = (least: number, most: number) => number.check(z.minimum(least), z.maximum(most))
const width = between(1, 100_000)
const record = <Value extends z.ZodMiniType>(value: Value) => z.record(string, value)

const settings = {
  clientId: z.optional(string.check(z.regex(clientId))),
  tenant: z.optional(string.check(z.regex(tenant))),
  region: z.optional(z.enum(regions)),
  batchSize: z.optional(z.int().check(z.minimum(smallestBatchSize), z.maximum(maxPhonesPerBatch))),
  way: z.optional(z.literal('powershell')),
  moduleVersion: z.optional(string.check(z.regex(/^\d{1,6}(\.\d{1,6}){1,3}$/))),
  theme: z.optional(z.enum(themes)),
  fullNamesInLog: z.optional(flag),
  updates: z.optional(z.enum(updatePreferences)),
  readiness: z.optional(z.literal('by-hand')),
  inventory: z.optional(z.literal('on')),
  accessSteps: z.optional(record(strings)),
  lastFolder: z.optional(string),
  lastAccount: z.optional(string),
  recentPaths: z.optional(strings.check(z.maxLength(50))),
  tenantNames: z.optional(record(z.looseObject({ name: string, domain: z.optional(string) }))),
  filesBeside: z.optional(record(z.looseObject({ sha256: string, use: flag }))),
  zoom: z.optional(between(0.25, 5)),
  layouts: z.optional(
    z.array(z.looseObject({ headings: strings, columns: record(z.int().check(z.minimum(0))) })),
  ),
  table: z.optional(
    z.looseObject({
      columns: z.optional(record(flag)),
      widths: z.optional(record(width)),
      twoLines: z.optional(flag),
      sort: z.optional(z.looseObject({ column: string, descending: flag })),
      panelHeight: z.optional(width),
      panelWidth: z.optional(width),
    }),
  ),
  windowPlace: z.optional(
    z.looseObject({ x: number, y: number, width: number, height: number, maximised: flag }),
  ),
} satisfies { readonly [Name in keyof Stored]-?: z.ZodMiniType }

const schema = z.looseObject(settings)

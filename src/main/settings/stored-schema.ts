import { z } from 'zod'
import { maxPhonesPerBatch, smallestBatchSize } from '../../shared/gateway/limits.ts'
import { regions } from '../../shared/gateway/region.ts'
import { themes, updatePreferences } from '../../shared/settings.ts'
import type { Stored } from './stored.ts'

/**
 * The error in the content of settings.json: the key, and what it should be; undefined if there is none. Unknown keys are
 * left alone: they are of another version, or the store's own.
 */
export function whatIsWrong(content: unknown): string | undefined {
  const [issue] = schema.safeParse(content).error?.issues ?? []
  return issue && `${issue.path.join('.')}: ${issue.message}`
}

const guid = '[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}'
const clientId = new RegExp(`^${guid}$`)
const tenant = new RegExp(`^${guid}$|^[0-9A-Za-z-]+([.][0-9A-Za-z-]+)+$`)
const string = z.string()
const number = z.number()
const flag = z.boolean()
const width = number.min(1).max(100_000)
const record = <Value extends z.ZodType>(value: Value) => z.record(string, value)

const settings = {
  clientId: string.regex(clientId).optional(),
  tenant: string.regex(tenant).optional(),
  region: z.enum(regions).optional(),
  batchSize: z.int().min(smallestBatchSize).max(maxPhonesPerBatch).optional(),
  way: z.literal('powershell').optional(),
  moduleVersion: string.regex(/^\d{1,6}(\.\d{1,6}){1,3}$/).optional(),
  theme: z.enum(themes).optional(),
  fullNamesInLog: flag.optional(),
  updates: z.enum(updatePreferences).optional(),
  readiness: z.literal('by-hand').optional(),
  inventory: z.literal('on').optional(),
  accessSteps: record(z.array(string)).optional(),
  lastFolder: string.optional(),
  lastAccount: string.optional(),
  recentPaths: z.array(string).max(50).optional(),
  tenantNames: record(z.looseObject({ name: string, domain: string.optional() })).optional(),
  filesBeside: record(z.looseObject({ sha256: string, use: flag })).optional(),
  zoom: number.min(0.25).max(5).optional(),
  layouts: z.array(z.looseObject({ headings: z.array(string), columns: record(z.int().min(0)) })).optional(),
  table: z
    .looseObject({
      columns: record(flag).optional(),
      widths: record(width).optional(),
      twoLines: flag.optional(),
      sort: z.looseObject({ column: string, descending: flag }).optional(),
      panelHeight: width.optional(),
      panelWidth: width.optional(),
    })
    .optional(),
  windowPlace: z
    .looseObject({ x: number, y: number, width: number, height: number, maximised: flag })
    .optional(),
} satisfies { readonly [Name in keyof Stored]-?: z.ZodType }

const schema = z.looseObject(settings)

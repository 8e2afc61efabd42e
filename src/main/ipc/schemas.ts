import { z } from 'zod'
import { maxPhonesPerBatch, smallestBatchSize } from '../../shared/gateway/limits.ts'
import { regions } from '../../shared/gateway/region.ts'
import type { InvokeChannel, Request } from '../../shared/ipc.ts'
import { reportFormats, templateFormats } from '../../shared/ipc-requests.ts'
import { type LinkId, links } from '../../shared/links.ts'
import { maxListBytes, maxListRows } from '../../shared/phones/list-limit.ts'
import { longestHeading, mostHeadings } from '../../shared/phones/remembered-layout.ts'
import { fixFiles } from '../../shared/readiness/fix-files.ts'
import { themes, updatePreferences } from '../../shared/settings.ts'
import { isIpv4 } from '../../shared/site/dhcp/ipv4.ts'
import { siteFiles } from '../../shared/site/site-files.ts'
import { longestColumnId, mostColumnsKept } from '../../shared/table-look.ts'
import { installTimes } from '../../shared/updates.ts'

/** The message of a schema for a value that is too large: `answer` has words for it. */
export type Oversize = 'cellTooLong' | 'tooManyRows' | 'fileTooLarge' | 'clipboardTooLong'

/** The page is not trusted: what it sends is refused unless it is of this shape and of this size. */
export type Schemas = { readonly [Channel in InvokeChannel]: z.ZodType<Request<Channel>> }

/** What a spreadsheet's cell can hold (Microsoft, "Excel specifications and limits"). */
const maxCellLength = 32_767
const maxOtherColumns = 1_000
// All rows of the longest list, with what is said of each.
const maxClipboardLength = 64 * 1024 * 1024

const nothing = z.undefined()
const short = z.string().max(260)
const cell = z.string().max(maxCellLength, 'cellTooLong' satisfies Oversize)
/** A cell that is only kept: a text may hold a whole document. */
const otherCell = z.string().max(maxListBytes)
const count = z.int().min(0).max(maxListRows)

const cells = z.int().min(0).max(maxListBytes)
// Without it a row would count as sound.
const moved = z.union([
  z.object({ kind: z.enum(['long', 'short']), cells, columns: cells }),
  z.object({ kind: z.enum(['shifted', 'swallowed']), column: cells, cell }),
  z.object({ kind: z.literal('headings'), headings: cells }),
])

const sheet = z.object({
  name: short,
  rows: z
    .array(
      z.object({
        row: z.int().min(1).max(10_000_000),
        username: cell,
        hardwareId: cell,
        region: cell,
        moved: moved.exactOptional(),
      }),
    )
    .max(maxListRows, 'tooManyRows' satisfies Oversize),
  others: z
    .object({
      headings: z.array(otherCell).max(maxOtherColumns),
      rows: z
        .array(
          z.object({ row: z.int().min(1).max(10_000_000), cells: z.array(otherCell).max(maxOtherColumns) }),
        )
        .max(maxListRows),
    })
    .exactOptional(),
  hasRegionColumn: z.boolean(),
  // Issues about the file as a whole change nothing about what is run.
  issues: z
    .array(z.unknown())
    .max(maxListRows)
    .transform(() => []),
})

const column = z
  .int()
  .min(0)
  .max(mostHeadings - 1)
  .exactOptional()
const layout = z.strictObject({
  headings: z.array(z.string().max(longestHeading)).min(2).max(mostHeadings),
  columns: z.strictObject({ username: column, hardwareId: column, port: column, region: column }),
})

const columnId = z.string().max(longestColumnId)
const pixels = z.number().min(1).max(100_000)
const byColumn = <Value extends z.ZodType>(value: Value) =>
  z.record(columnId, value).refine((kept) => Object.keys(kept).length <= mostColumnsKept)
const tableLook = z.strictObject({
  columns: byColumn(z.boolean()).exactOptional(),
  widths: byColumn(pixels).exactOptional(),
  twoLines: z.boolean().exactOptional(),
  sort: z.strictObject({ column: columnId, descending: z.boolean() }).exactOptional(),
  panelHeight: pixels.exactOptional(),
  panelWidth: pixels.exactOptional(),
})

const batch = count
const confirmed = z.object({
  tenantId: short,
  phones: z.array(z.object({ username: cell, hardwareId: cell })).max(maxListRows),
  batches: count,
})
const rows = z.array(z.int().min(0).max(10_000_000)).max(maxListRows).exactOptional()

export const schemas: Schemas = {
  'app:info': nothing,
  'session:get': nothing,
  'session:explore': nothing,
  // Where everything may be left out, a misspelt name must not pass for nothing.
  'session:sign-in': z.strictObject({
    way: z.enum(['browser', 'device-code']),
    tenant: short.exactOptional(),
    accountId: short.exactOptional(),
  }),
  'session:cancel-sign-in': nothing,
  'session:open-code-page': nothing,
  'session:switch': z.object({ accountId: short }),
  'session:sign-out': z.strictObject({ accountId: short.exactOptional() }),
  'settings:get': nothing,
  'settings:change': z.strictObject({
    clientId: short.nullable().exactOptional(),
    tenant: short.nullable().exactOptional(),
    region: z.enum(regions).nullable().exactOptional(),
    batchSize: z.int().min(smallestBatchSize).max(maxPhonesPerBatch).nullable().exactOptional(),
    way: z.literal('powershell').nullable().exactOptional(),
    moduleVersion: short.nullable().exactOptional(),
    theme: z.enum(themes).exactOptional(),
    fullNamesInLog: z.boolean().exactOptional(),
    updates: z.enum(updatePreferences).exactOptional(),
    readiness: z.literal('by-hand').nullable().exactOptional(),
    inventory: z.literal('on').nullable().exactOptional(),
    accessSteps: z.record(short, z.array(short).max(100)).exactOptional(),
    layout: layout.nullable().exactOptional(),
    table: tableLook.nullable().exactOptional(),
  }),
  'settings:answer-file-beside': z.strictObject({ sha256: short, use: z.boolean() }),
  'module:probe': nothing,
  'updates:get': nothing,
  'updates:check': nothing,
  'updates:download': nothing,
  'updates:install': z.enum(installTimes),
  'updates:open-page': nothing,
  'proxy:get': nothing,
  'proxy:answer': z.strictObject({
    id: count,
    credentials: z.strictObject({ username: short, password: short }).exactOptional(),
  }),
  'log:open-folder': nothing,
  'diagnostics:copy': nothing,
  'tenant-test:run': nothing,
  'tenant-test:save': nothing,
  'list:browse': nothing,
  'list:drop': z.object({
    name: short,
    bytes: z
      .instanceof(Uint8Array)
      .refine(({ byteLength }) => byteLength <= maxListBytes, 'fileTooLarge' satisfies Oversize),
  }),
  'list:sample': nothing,
  'list:at-launch': nothing,
  'list:save-template': z.enum(templateFormats),
  'list:save': z.object({ sheet }),
  'list:recent': nothing,
  'list:open-recent': z.strictObject({ id: short }),
  'list:forget-recent': nothing,
  // Where it may be left out, a misspelt name must not pass for nothing.
  'list:unsaved': z.strictObject({ list: short.exactOptional() }),
  'run:start': z.object({
    sheet,
    region: z.union([z.enum(regions), nothing]),
    includeSignedIn: z.boolean(),
    rows,
    retryOf: short.exactOptional(),
    confirmed,
  }),
  'run:retry-failed': z.object({
    runId: short,
    includeSignedIn: z.boolean().exactOptional(),
    rows,
    confirmed,
  }),
  'run:stop-watching': nothing,
  'run:look-now': nothing,
  'run:open': z.object({ runId: short }),
  'run:resume': z.object({ runId: short, confirmed }),
  'run:discard-queued': z.object({ runId: short }),
  'run:evidence': z.object({ runId: short, batch }),
  'run:decide': z.object({
    runId: short,
    batch,
    decision: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('adopt'), batchId: short }),
      z.object({ kind: z.literal('submit-again') }),
      z.object({ kind: z.literal('refused') }),
      z.object({ kind: z.literal('leave') }),
    ]),
    confirmed,
  }),
  // As long as an error text of the service can be.
  'run:accept-failures': z.object({ runId: short, reason: z.string().max(4_000), confirmed }),
  'run:current': nothing,
  'run:export': z.object({
    runId: short,
    kind: z.enum(['results', 'failed']),
    earlier: z.array(short).max(1_000).exactOptional(),
    rows,
  }),
  'report:save': z.object({
    runIds: z.array(short).min(1).max(1_000),
    site: short,
    format: z.enum(reportFormats),
  }),
  'run:delete': z.object({ runId: short }),
  'history:runs': nothing,
  'history:batches': nothing,
  'history:batch': z.object({ batchId: short }),
  'history:elsewhere': nothing,
  'site:check': z.strictObject({
    region: z.enum(regions),
    publicIp: z.string().refine(isIpv4).exactOptional(),
    timeServer: z.string().refine(isIpv4).exactOptional(),
  }),
  'site:save': z.object({
    file: z.enum(siteFiles),
    content: z.string().max(maxClipboardLength, 'clipboardTooLong' satisfies Oversize),
  }),
  'readiness:check': z.strictObject({ usernames: z.array(cell).max(maxListRows), withTenant: z.boolean() }),
  'readiness:stop': nothing,
  'readiness:save': z.strictObject({
    file: z.enum(fixFiles),
    usernames: z.array(cell).max(maxListRows),
  }),
  'inventory:read': z.strictObject({ hardwareIds: z.array(cell).max(maxListRows) }),
  'inventory:stop': nothing,
  // As long as a path can be on any system.
  'saved:open': z.strictObject({ file: z.string().max(maxCellLength), how: z.enum(['open', 'show']) }),
  'clipboard:write': z.string().max(maxClipboardLength, 'clipboardTooLong' satisfies Oversize),
  'link:open': z.enum(Object.keys(links) as LinkId[]),
}

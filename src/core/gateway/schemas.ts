import { z } from 'zod'
import { brief, briefIdentity } from './brief.ts'
import type { BatchReport, CreatedBatch, TenantAnswer } from './gateway.ts'
import { countIn, idIn, namesPhone, readItem, readSummary } from './read-items.ts'

// Answers as they are after lowerCaseKeys. None was ever seen on a live tenant (the shapes come from the
// MicrosoftTeams PowerShell module 7.7.0 and terraprovider/go-teams), so each schema asks for no more than
// the product needs and takes numbers for words and words for numbers.

const text = z.union([z.string(), z.number()]).transform(String)
const word = text.transform(brief)
const name = word.pipe(z.string().min(1))
const id = text.transform(idIn).pipe(z.string())
const maybe = word.nullish().transform((value) => value || undefined)
const maybeIdentity = text
  .transform(briefIdentity)
  .nullish()
  .transform((value) => value || undefined)
const count = z.unknown().optional().transform(countIn)

/**
 * A single item may come alone or in an array; none may come as null or be absent. An array is read up to its first
 * invalid item: zod's own array would report each of a million invalid items, in a GB of objects. `read` answers
 * undefined for an item of another shape.
 */
const listOf = <Item>(read: (one: unknown) => Item | undefined) =>
  z
    .unknown()
    .optional()
    .transform((value, context): readonly Item[] => {
      const items: Item[] = []
      for (const one of value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]) {
        const item = read(one)
        if (item === undefined) {
          context.addIssue({ code: 'custom', message: 'an item of another shape' })
          return z.NEVER
        }
        items.push(item)
      }
      return items
    })

const by =
  <Item extends z.ZodType>(schema: Item) =>
  (one: unknown): z.output<Item> | undefined =>
    schema.safeParse(one).data

/** `POST createbatch` */
export const createdBatch = z
  .object({ batchid: id, batchitemscount: count })
  .transform((answer): CreatedBatch => ({ batchId: answer.batchid, itemsCount: answer.batchitemscount }))

/** `GET batchstatus`; the items are called batchItem or batchItems. */
export const batchReport = z
  .object({
    batchid: maybeIdentity,
    batchstatus: name,
    batchitem: listOf(readItem),
    batchitems: listOf(readItem),
  })
  .transform((answer): Omit<BatchReport, 'batchId'> & { readonly batchId: string | undefined } => ({
    batchId: answer.batchid,
    batchStatus: answer.batchstatus,
    items: answer.batchitem.length > 0 ? answer.batchitem : answer.batchitems,
  }))
  // Where none of them names a phone, they are not items as they are known.
  .refine(({ items }) => items.length === 0 || items.some(namesPhone))

/** `GET batchsummaries` */
export const batchSummaries = listOf(readSummary)

const domain = z.union([
  z.string().transform((text) => ({ name: brief(text), isdefault: false })),
  z.object({ name: z.string().transform(brief), isdefault: z.boolean().nullish() }),
])

/** `GET tenants`: one tenant, alone or in an array. */
export const tenantAnswer = listOf(
  by(
    z.object({
      tenantid: id,
      displayname: maybe,
      verifieddomains: listOf(by(domain)).catch([]),
    }),
  ),
).transform((tenants, context): TenantAnswer => {
  const [tenant] = tenants
  if (!tenant) {
    context.addIssue({ code: 'custom', message: 'no tenant' })
    return z.NEVER
  }
  return {
    id: tenant.tenantid,
    name: tenant.displayname,
    domain: bestDomain(tenant.verifieddomains),
    domains: tenant.verifieddomains.map(({ name }) => name),
  }
})

function bestDomain(domains: readonly z.output<typeof domain>[]): string | undefined {
  const own = domains.filter(({ name }) => !name.toLowerCase().endsWith('.onmicrosoft.com'))
  return (domains.find(({ isdefault }) => isdefault) ?? own[0] ?? domains[0])?.name
}

// A host goes into a header and nowhere else; anything else in its place is no answer of the service.
const host = z
  .string()
  .transform((text) => text.replace(/^https:\/\//i, '').replace(/\/$/, ''))
  .pipe(z.string().regex(/^[a-z0-9.-]+(:\d+)?$/i))

/** `GET serviceDiscovery` */
export const discovery = z
  .object({
    endpoints: z.object({ adminserviceendpoint: host }),
    headers: z
      .object({
        'x-ms-forest': z
          .string()
          .regex(/^[\x21-\x7e]+$/)
          .nullish()
          .catch(undefined),
      })
      .nullish()
      .catch(undefined),
  })
  .transform(({ endpoints, headers }) => ({
    targetUri: `https://${endpoints.adminserviceendpoint}/`,
    forest: headers?.['x-ms-forest'] ?? undefined,
  }))

/** `GET tenants`, of which only the route is wanted. */
export const tenantRoute = listOf(by(z.object({ servicediscovery: discovery }))).transform(
  (tenants, context): z.output<typeof discovery> => {
    const [tenant] = tenants
    if (tenant) return tenant.servicediscovery
    context.addIssue({ code: 'custom', message: 'no tenant' })
    return z.NEVER
  },
)

/** Where the admin API of this tenant is: see routing.ts. */
export type Route = z.output<typeof discovery>

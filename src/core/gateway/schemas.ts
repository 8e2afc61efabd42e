import { z } from 'zod'
import { text as words } from '../../shared/text/index.ts'
import { withoutTokens } from '../../shared/text/secrets/without-secrets.ts'
import { brief, briefIdentity } from './brief.ts'
import type { BatchReport, BatchSummary, CreatedBatch, TenantAnswer } from './gateway.ts'

// Answers as they are after lowerCaseKeys. None was ever seen on a live tenant (the shapes come from the
// MicrosoftTeams PowerShell module 7.7.0 and terraprovider/go-teams), so each schema asks for no more than
// the product needs and takes numbers for words and words for numbers.

const text = z.union([z.string(), z.number()]).transform(String)
const word = text.transform(brief)
const name = word.pipe(z.string().min(1))
// Compared letter by letter with what was sent.
const identity = text.transform(briefIdentity)
// Goes into an address; a shortened one, or one without a token that was in it, would be another one.
const id = text.transform(withoutTokens).pipe(
  z
    .string()
    .min(1)
    .max(200)
    .refine((written) => !written.includes(words.removed.token)),
)
const maybe = word.nullish().transform((value) => value || undefined)
const maybeIdentity = identity.nullish().transform((value) => value || undefined)
const count = maybe
  .transform((value) => (value && /^\d+$/.test(value) ? Number(value) : undefined))
  .catch(undefined)

/**
 * One thing may come alone or in an array, none as null or not at all. An array is read up to its first item that is
 * none: an array of the schema's own would say of each of a million what is wrong with it, in a GB of objects.
 */
const listOf = <Item extends z.ZodType>(item: Item) =>
  z
    .unknown()
    .optional()
    .transform((value, context): readonly z.output<Item>[] => {
      const items: z.output<Item>[] = []
      for (const one of value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]) {
        const read = item.safeParse(one)
        if (!read.success) {
          context.addIssue({ code: 'custom', message: 'an item of another shape' })
          return z.NEVER
        }
        items.push(read.data)
      }
      return items
    })

/** Words for people, whatever they came as. */
const said = z
  .unknown()
  .optional()
  .transform((value) => (value === undefined || value === null || value === '' ? undefined : sentence(value)))

function sentence(value: unknown): string {
  try {
    return brief(typeof value === 'string' ? value : JSON.stringify(value))
  } catch {
    // A value can be nested so deeply that JSON.stringify runs out of stack. Nobody could read it.
    return '…'
  }
}

/** `POST createbatch` */
export const createdBatch = z
  .object({ batchid: id, batchitemscount: count })
  .transform((answer): CreatedBatch => ({ batchId: answer.batchid, itemsCount: answer.batchitemscount }))

// One that names no phone stays: it counts, but must not hide what is said of the phones beside it.
const batchItem = z
  .preprocess(
    (item) => item ?? {},
    z.object({ username: maybeIdentity, hardwareid: maybeIdentity, status: maybe, error: said }),
  )
  .transform((item) => ({
    userName: item.username ?? '',
    hardwareId: item.hardwareid ?? '',
    status: item.status ?? '',
    error: item.error,
  }))

const namesPhone = ({ userName, hardwareId }: z.output<typeof batchItem>): boolean =>
  userName !== '' || hardwareId !== ''

/** `GET batchstatus`; the items are called batchItem or batchItems. */
export const batchReport = z
  .object({
    batchid: maybeIdentity,
    batchstatus: name,
    batchitem: listOf(batchItem),
    batchitems: listOf(batchItem),
  })
  .transform((answer): Omit<BatchReport, 'batchId'> & { readonly batchId: string | undefined } => ({
    batchId: answer.batchid,
    batchStatus: answer.batchstatus,
    items: answer.batchitem.length > 0 ? answer.batchitem : answer.batchitems,
  }))
  // Where none of them names a phone, they are not items as they are known.
  .refine(({ items }) => items.length === 0 || items.some(namesPhone))

// .NET writes a time of no stated zone without one; a reader would take it for a local time of this computer, hours
// off. That the service means UTC is not documented, but its other answers could not be meant otherwise.
const inUtc = (time: string | undefined): string | undefined =>
  time && /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(time) ? `${time}Z` : time

/** `GET batchsummaries` */
export const batchSummaries = listOf(
  z
    .object({
      batchid: id,
      batchitemscount: count,
      batchstatus: maybe,
      region: maybe,
      requesttime: maybe.transform(inUtc),
      userid: maybeIdentity,
    })
    .transform(
      (answer): BatchSummary => ({
        batchId: answer.batchid,
        itemsCount: answer.batchitemscount,
        batchStatus: answer.batchstatus ?? '',
        region: answer.region,
        requestTime: answer.requesttime,
        userId: answer.userid,
      }),
    ),
)

const domain = z.union([
  z.string().transform((text) => ({ name: brief(text), isdefault: false })),
  z.object({ name: z.string().transform(brief), isdefault: z.boolean().nullish() }),
])

/** `GET tenants`: one tenant, alone or in an array. */
export const tenantAnswer = listOf(
  z.object({
    tenantid: id,
    displayname: maybe,
    verifieddomains: listOf(domain).catch([]),
  }),
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
export const tenantRoute = listOf(z.object({ servicediscovery: discovery })).transform(
  (tenants, context): z.output<typeof discovery> => {
    const [tenant] = tenants
    if (tenant) return tenant.servicediscovery
    context.addIssue({ code: 'custom', message: 'no tenant' })
    return z.NEVER
  },
)

/** Where the admin API of this tenant is: see routing.ts. */
export type Route = z.output<typeof discovery>

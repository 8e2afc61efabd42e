import type { ChapterId, ChapterText } from '../../guide/chapter.ts'
import { plural } from '../plural.ts'
import { anotherWay } from './guide/another-way.ts'
import { atTheSite } from './guide/at-the-site.ts'
import { customerTenants } from './guide/customer-tenants.ts'
import { data } from './guide/data.ts'
import { deployment } from './guide/deployment.ts'
import { firstTenant } from './guide/first-tenant.ts'
import { install } from './guide/install.ts'
import { interruptedRuns } from './guide/interrupted-runs.ts'
import { messages } from './guide/messages.ts'
import { phoneList } from './guide/phone-list.ts'
import { prepareTheTenant } from './guide/prepare-the-tenant.ts'
import { readiness } from './guide/readiness.ts'
import { results } from './guide/results.ts'
import { signPhonesIn } from './guide/sign-phones-in.ts'
import { tested } from './guide/tested.ts'

const chapters: Readonly<Record<ChapterId, ChapterText>> = {
  install,
  'prepare-the-tenant': prepareTheTenant,
  'at-the-site': atTheSite,
  'phone-list': phoneList,
  readiness,
  'sign-phones-in': signPhonesIn,
  results,
  messages,
  'interrupted-runs': interruptedRuns,
  'customer-tenants': customerTenants,
  deployment,
  data,
  'first-tenant': firstTenant,
  'another-way': anotherWay,
  tested,
}

/** The user guide, in the window and in docs/guide. */
export const guide = {
  title: 'User guide',
  contents: 'Chapters',
  search: {
    label: 'Search in Help',
    results: 'Search results',
    found: (places: number) => plural(places, 'result'),
    nothing: (query: string) => `No results in Help for "${query}".`,
    more: (places: number) => `${plural(places, 'more result')}. Type more words to narrow the search.`,
  },
  index:
    'From a list of accounts and phones to phones that are signed in. The page **Help** (F1) of the app has the same chapters, without the pictures. All pictures show the simulated tenant.',
  previous: (title: string) => `Back: ${title}`,
  next: (title: string) => `Next: ${title}`,
  copyCode: 'Copy these lines',
  codeCopied: 'the lines',
  messageColumns: ['The service says', 'What to do'],
  serverColumns: ['Server', 'Scope', 'Tells makers apart', 'Tested'],
  wholeServer: 'The whole server',
  yes: 'Yes, by MAC address',
  no: 'No',
  checkColumns: ['Check', 'What it does'],
  triageColumns: ['What you see', 'Check first, in this order', 'Probably'],
  /** Stands in the URLs where yours has the ID of the tenant. */
  urlTenant: '<tenant ID>',
  urlColumns: ['Device', 'URL in the region NOAM', 'DHCP option'],
  chapters,
} as const

/** The chapters of the user guide, in reading order. */
export const chapterIds = [
  'install',
  'prepare-the-tenant',
  'at-the-site',
  'phone-list',
  'readiness',
  'sign-phones-in',
  'results',
  'messages',
  'interrupted-runs',
  'customer-tenants',
  'deployment',
  'data',
  'first-tenant',
  'another-way',
  'tested',
] as const

export type ChapterId = (typeof chapterIds)[number]

export type Chapter = {
  readonly id: ChapterId
  readonly title: string
  readonly blocks: readonly Block[]
}

/** What the app knows already, and the guide does not repeat. */
export type Known = 'messages' | 'urls' | 'dhcp' | 'by-hand' | 'checks' | 'firewall' | 'triage'

/** A chapter as it is written: what the app knows already is only named, and filled in by guide.ts. */
export type ChapterText = {
  readonly title: string
  readonly blocks: readonly (Block | { readonly kind: 'known'; readonly what: Known })[]
}

/** A string is a paragraph. Texts may have marks: see inline.ts; a code block has none. */
export type Block =
  | string
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'warning'; readonly text: string }
  | { readonly kind: 'list' | 'steps'; readonly items: readonly string[] }
  | { readonly kind: 'code'; readonly text: string }
  | {
      readonly kind: 'table'
      readonly columns: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }
  /** Only on paper: in the window, the window itself is to be seen. `name` is that of the file. */
  | { readonly kind: 'picture'; readonly name: PictureName; readonly shows: string }

/** What `npm run guide:pictures` takes, in docs/guide/pictures. */
export const pictureNames = [
  'urls',
  'site-dhcp',
  'site-check',
  'site-triage',
  'list',
  'confirm',
  'running',
  'results',
  'unconfirmed',
  'unfinished',
  'settings',
  'help',
] as const
export type PictureName = (typeof pictureNames)[number]

import { guidanceCatalogue } from '../gateway/guidance.ts'
import { provisioningUrls } from '../gateway/provisioning-urls.ts'
import { text } from '../text/index.ts'
import { type Block, type Chapter, chapterIds } from './chapter.ts'

const exampleTenant = '11111111-2222-3333-4444-555555555555'

/** What is not written a second time. */
const known = {
  messages: (): Block => ({
    kind: 'table',
    columns: text.guide.messageColumns,
    rows: guidanceCatalogue.map(({ says, remedy }) => [`\`${says}\``, remedy]),
  }),
  urls: (): Block => ({
    kind: 'table',
    columns: text.guide.urlColumns,
    rows: (provisioningUrls(exampleTenant)[0]?.devices ?? []).map(({ label, url, dhcpOption }) => [
      label,
      `\`${url.replace(exampleTenant, '<tenant ID>')}\``,
      dhcpOption === undefined ? '' : String(dhcpOption),
    ]),
  }),
}

/** The user guide: the page Help shows it, and `npm run guide` writes it to docs/guide. */
export const guide: readonly Chapter[] = chapterIds.map((id) => {
  const { title, blocks } = text.guide.chapters[id]
  return {
    id,
    title,
    blocks: blocks.map((block) =>
      typeof block === 'string' || block.kind !== 'known' ? block : known[block.what](),
    ),
  }
})

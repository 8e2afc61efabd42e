import type { ChapterText } from '../../../guide/chapter.ts'
import { settings } from '../window/settings.ts'
import { tenantTest } from '../window/tenant-test.ts'

export const firstTenant: ChapterText = {
  title: 'Try it on a tenant for the first time',
  blocks: [
    'The app was built from public material. The first tenant shows what is different, so begin with what changes nothing, then with one phone, then with five.',
    { kind: 'heading', text: '1. Test the tenant' },
    {
      kind: 'list',
      items: [
        `In the window: sign in, then **${tenantTest.run}** on the page **${settings.title}**. At the terminal: \`doctor\`, with the same access options as \`run\`.`,
        'It only reads: where the tenant is served, the tenant, your rights, the latest batch, the settings and policies of SIP phones, the trusted addresses and your own account. No password is reset.',
        'It ends with one sentence: as expected, not prepared (what is missing, and how to put it right), or different from what is documented.',
        "If it says not to start a run yet, don't: send the report first (below).",
      ],
    },
    { kind: 'heading', text: '2. One phone' },
    {
      kind: 'steps',
      items: [
        'Choose a phone that stands before you, provisioned between 1 and 70 hours ago with the tenant ID in its URL.',
        'Make an account for it alone, as in [Prepare the tenant](prepare-the-tenant). Its password will be reset. The service does not ask whose account it is: the account of a person would be signed in, and its password reset, just the same.',
        'Make a list of that one row, and start the run.',
        'Look at the phone and at the row. Whatever they say, test the tenant again: it shows the batch as the service answers it.',
      ],
    },
    'If this phone is to be signed in without the app, Microsoft offers a page for one phone at a time, with the password of the account: `https://aka.ms/sipremotelogin`. The same must be prepared for it.',
    { kind: 'heading', text: '3. Five phones' },
    'Five phones with five accounts, best of two models. If all of them are signed in, go on with the rest in lists of any length. If some fail, the message of each row says what to do.',
    { kind: 'heading', text: 'What to send back, and to whom' },
    {
      kind: 'list',
      items: [
        `The report (**${tenantTest.copy}** or **${tenantTest.save}**, or what \`doctor\` prints), or the diagnostics (**${settings.support.copyDiagnostics}**), which have the last report in them.`,
        'It has the ID of the tenant, correlation IDs, words and forms, and no names, numbers, addresses or tokens of the answers. Read it before you send it.',
        'Send it to the project: **Issues** on its page, form "The service said something new". Say what the phone showed.',
        'A fault of the service itself is for Microsoft support: give them the correlation ID of the line and its time.',
      ],
    },
  ],
}

import type { ChapterText } from '../../../guide/chapter.ts'
import { settings } from '../window/settings.ts'
import { tenantTest } from '../window/tenant-test.ts'

export const firstTenant: ChapterText = {
  title: 'Try it on a tenant for the first time',
  blocks: [
    'The app was built from public material, and a real tenant may differ. Start with the test, which changes nothing, then sign in one phone, then five.',
    { kind: 'heading', text: '1. Test the tenant' },
    {
      kind: 'list',
      items: [
        `In the window: sign in, then **${tenantTest.run}** on the page **${settings.title}**. At the terminal: \`doctor\`, with the same access options as \`run\`.`,
        'It only reads: the address that serves the tenant, the tenant, your rights, the latest batch, the settings and policies of SIP phones, the trusted addresses and your own account. No password is reset.',
        'It ends with one sentence: as expected, not prepared (what is missing, and how to put it right), or different from what is documented.',
        "If it says not to start a run yet, don't: send the report first (below).",
      ],
    },
    { kind: 'heading', text: '2. One phone' },
    {
      kind: 'steps',
      items: [
        'Choose a phone that you can see, provisioned between 1 and 70 hours ago with the tenant ID in its URL.',
        "Make an account only for this phone, as in [Prepare the tenant](prepare-the-tenant). Its password will be reset. The service doesn't ask whose account it is: a person's account would be signed in, and its password reset, just the same.",
        'Make a list of that one row, and start the run.',
        'Look at the phone and at the row. Whatever they show, test the tenant again: the test shows what the service says about the batch.',
      ],
    },
    "To sign in this phone without the app, use Microsoft's page for one phone at a time: `https://aka.ms/sipremotelogin`. It needs the password of the account and the same preparation.",
    { kind: 'heading', text: '3. Five phones' },
    'Sign in five phones with five accounts, if possible of two models. If all of them sign in, continue with the rest, in lists of any length. If some fail, the message of each row says what to do.',
    { kind: 'heading', text: 'What to send back, and to whom' },
    {
      kind: 'list',
      items: [
        `The report (**${tenantTest.copy}** or **${tenantTest.save}**, or what \`doctor\` prints), or the diagnostics (**${settings.support.copyDiagnostics}**), which have the last report in them.`,
        'It has the tenant ID, correlation IDs, and the words and forms of the answers, but no names, numbers, addresses or tokens. Read it before you send it.',
        'Send it to the project: **Issues** on its page, form "The service said something new". Say what the phone showed.',
        'For a fault of the service itself, contact Microsoft support: give them the correlation ID and the time of the line.',
      ],
    },
  ],
}

import type { ChapterText } from '../../../guide/chapter.ts'
import { phones } from '../window/phones.ts'
import { run } from '../window/run.ts'
import { session } from '../window/session.ts'

export const signPhonesIn: ChapterText = {
  title: 'Sign the phones in',
  blocks: [
    {
      kind: 'steps',
      items: [
        `**${session.signIn}**. Microsoft's page opens in your browser. Where that does not work, **${session.signInWithCode}** shows a code to enter on any device.`,
        'Look at the tenant in the header: all that follows happens there. To work for a customer, see [customers and their networks](customer-tenants).',
        `Open the [phone list](phone-list) and choose the region of the phones.`,
        `**${phones.signIn.all(300)}**, or **${phones.signIn.firstFew(5)}** to see first that it goes well. The window says how many phones of which tenant will be signed in, in which regions, and that the passwords of their accounts will be reset. Nothing is sent before you agree.`,
        'Watch. Phones go to the service in batches of at most 100, three of them at a time in each region; the others wait in a queue.',
      ],
    },
    { kind: 'picture', name: 'confirm', shows: 'The question before anything is sent' },
    {
      kind: 'warning',
      text: 'A batch that was submitted cannot be cancelled, by this app or by anything else. Begin with a few phones that you can look at.',
    },
    { kind: 'picture', name: 'running', shows: 'A run under way' },
    { kind: 'heading', text: 'While it runs' },
    {
      kind: 'list',
      items: [
        'You can filter, sort, copy and export at any time. The computer is kept from going to sleep.',
        `**${run.stopWatching}** stops only the app: the service goes on with what was submitted, batches in the queue wait. See [interrupted runs](interrupted-runs).`,
        `A phone is signed in by one run at a time. If another run has some of your phones under way, unconfirmed or in its queue, the question says so under **${run.confirm.claimed.name}** and leaves them out. **${run.confirm.claimed.show}** leads to that run: resume it, or decide there. If they only wait in a run that was stopped, you can release them.`,
        `Open the same list again, tomorrow for example, and the phones that a run of this computer signed in during the last 7 days are marked and left out: signing them in again would reset their passwords again. **${phones.signedIn.include(2)}** beside the name of the list if they were signed out since.`,
        `Rows that you select are signed in alone (**${phones.signIn.selected(5)}**). If some of them were signed in during the last 7 days, the question asks whether you mean it.`,
        'When your sign-in runs out, watching pauses and asks you to sign in again. No phone is lost by that.',
        'Large batches take longer, above all where accounts come from an on-premises Active Directory. A batch in which nothing changes for long says so.',
      ],
    },
    'The tab **Activity** tells every step together with the PowerShell lines that would do the same, so that you can look for yourself.',
  ],
}

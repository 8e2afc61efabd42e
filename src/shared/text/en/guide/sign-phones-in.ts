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
        `**${session.signIn}**. Microsoft's page opens in your browser. If that doesn't work, **${session.signInWithCode}** shows a code to enter on any device.`,
        'Check the tenant in the header: everything that follows happens there. To work for a customer, see [customers and their networks](customer-tenants).',
        `Open the [phone list](phone-list) and choose the region of the phones.`,
        `Select **${phones.signIn.all(300)}**, or **${phones.signIn.firstFew(5)}** to see first that it goes well. The app says how many phones will be signed in, in which tenant and regions, and that the passwords of their accounts will be reset. Nothing is sent before you agree.`,
        'Watch. Phones go to the service in batches of at most 100, three of them at a time in each region; the others wait in a queue.',
      ],
    },
    { kind: 'picture', name: 'confirm', shows: 'The question before anything is sent' },
    {
      kind: 'warning',
      text: "A batch that was submitted can't be canceled, by this app or anything else. Start with a few phones that you can look at.",
    },
    { kind: 'picture', name: 'running', shows: 'A run under way' },
    { kind: 'heading', text: 'While it runs' },
    {
      kind: 'list',
      items: [
        "You can filter, sort, copy and export at any time. The computer doesn't go to sleep.",
        `**${run.stopWatching}** stops only the app: Microsoft continues with the phones already submitted, and batches in the queue wait. See [interrupted runs](interrupted-runs).`,
        `A phone is signed in by one run at a time. If another run has some of your phones under way, unconfirmed or in its queue, the question says so under **${run.confirm.claimed.name}** and leaves them out. **${run.confirm.claimed.show}** opens that run: resume it, or decide there. If they only wait in a stopped run, you can release them.`,
        `If you open the same list again, the phones that a run of this computer signed in during the last 7 days are marked and left out: signing them in again would reset their passwords again. If they were signed out since, select **${phones.signedIn.include(2)}** beside the name of the list.`,
        `Selected rows are signed in on their own (**${phones.signIn.selected(5)}**). If some of them were signed in during the last 7 days, the question asks whether you mean it.`,
        'If your sign-in expires, watching pauses and asks you to sign in again. No phone is lost.',
        'Large batches take longer, above all with accounts from an on-premises Active Directory, where smaller batches may finish sooner and hang less: set the batch size in **Settings**, **Advanced**. The app tells you if nothing changes in a batch for a long time.',
      ],
    },
    'The tab **Activity** shows every step with the PowerShell lines that would do the same, so that you can check for yourself.',
  ],
}

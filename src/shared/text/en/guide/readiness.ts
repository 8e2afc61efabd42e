import type { ChapterText } from '../../../guide/chapter.ts'

export const readiness: ChapterText = {
  title: 'Check readiness',
  blocks: [
    'Bulk sign-in resets the password first and tells you afterwards what the account lacks. **Check readiness** reads the tenant and the accounts of your list before anything is reset, and says which phones will fail and why. It changes nothing, and needs no further consent: it uses the sign-in that bulk sign-in has.',
    { kind: 'heading', text: 'How it works' },
    {
      kind: 'list',
      items: [
        'It runs by itself once a list is open and you are signed in, for lists of up to 3,000 accounts. **Settings**, *Check readiness*, switches that off; the button **Check readiness** stays.',
        'Before a run it asks again what is older than 15 minutes. You need not wait for it.',
        'The column *Readiness* and the chips *Will fail* and *May fail* show each phone; **Details** says what was read of the account, when, and what to do.',
        'The tab **Readiness** has the tenant first, then each reason with its phones: select them, or leave them out.',
        'Before a run you are told how many are ready, will fail, may fail and could not be read. Those that will fail are left out unless you say otherwise. Where more than half of a list fails for one reason, you are asked: that is more likely one mistake than many.',
      ],
    },
    { kind: 'heading', text: 'What the words mean' },
    {
      kind: 'table',
      columns: ['Status', 'Meaning'],
      rows: [
        ['OK', 'Nothing that can be read from here keeps the phone from signing in.'],
        ['Will fail', 'Something that Microsoft documents as a prerequisite is missing.'],
        [
          'May fail',
          "It can't be told from here: the account is synced from on-premises, has no usage location, may be a person's own, or the tenant answered in another form than documented.",
        ],
        [
          'Not read',
          'It could not be read, and the details say why. That counts neither as ready nor as failing.',
        ],
      ],
    },
    {
      kind: 'warning',
      text: "An account that *may be a person's own* is named like a person, has a license that phones do not need, or a policy for signing in as a user. Make sure before you go on: its password will be reset, and the person is locked out.",
    },
    { kind: 'heading', text: 'Put it right' },
    {
      kind: 'list',
      items: [
        'For each reason there is one PowerShell script for all accounts concerned, to copy or to save. The app runs none of it. Read it; it only shows what it would do until you set `$whatIf` to `$false`.',
        'A policy of your tenant that fits is proposed by its name. Where none fits, the script has the line that makes one. Policies and trusted addresses take up to 24 hours to arrive.',
        "Numbers are filled in in `phone-numbers.csv` beside the script. Accounts that may be a person's are in no script, only in its comments.",
      ],
    },
    { kind: 'heading', text: 'What nobody can see from here' },
    'Multifactor authentication, Conditional Access, security defaults, whether your site is among the trusted addresses, and what an on-premises directory allows. The tab has a checklist; what you check off is kept for the tenant.',
    { kind: 'heading', text: 'After a run' },
    'Beside each reason in **Failures** stands what the tenant says now: that it still lacks something, so that a retry fails again; that a policy is there by now and may need up to 24 hours; or that a retry is worth it.',
    'At the terminal: `ready LIST`, with `--fix FOLDER` for the scripts. In the simulated tenant one account in ten has such a defect, and its phone fails accordingly in a run.',
  ],
}

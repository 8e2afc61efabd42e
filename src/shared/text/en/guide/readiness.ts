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
    { kind: 'heading', text: 'The device inventory' },
    'Bulk sign-in takes a new phone for 72 hours after it came to the tenant, and a signed-out one for 168 hours after that. The device inventory of the Teams admin center can tell when that was, and who is signed in on a phone now.',
    {
      kind: 'warning',
      text: 'This is an experiment. Microsoft does not document the inventory, and this app has never met a real one: what it says is a hint, and never makes a phone fail. What it says in words or forms that the app does not know counts as *Not read*.',
    },
    {
      kind: 'list',
      items: [
        'It is off. **Settings**, *Device inventory*, switches it on: then it is read along with **Check readiness**. Nothing is changed in it, and no command is sent to a phone.',
        'A token of its own, of the same sign-in, goes to `admin.devicemgmt.teams.microsoft.com`. Where Microsoft gives none, as to an app registration of your own without that permission, the section says so, and everything else works as before.',
        'The section in the tab **Readiness** names phones that another account uses, phones past their deadline and phones that the inventory does not have; below, those with the least time left. **Details** has what the inventory says of a row: since when, who signed in last, health, firmware.',
        'Before a run you are told which phones another account uses, and how many are past their deadline. None of them is left out for that.',
        'Ports of analog adapters are not read: which record belongs to which port is not known. At most 20,000 devices of a tenant are read.',
      ],
    },
    { kind: 'heading', text: 'What nobody can see from here' },
    'Multifactor authentication, Conditional Access, security defaults, whether your site is among the trusted addresses, and what an on-premises directory allows. The tab has a checklist; what you check off is kept for the tenant.',
    { kind: 'heading', text: 'After a run' },
    'Beside each reason in **Failures** stands what the tenant says now: that it still lacks something, so that a retry fails again; that a policy is there by now and may need up to 24 hours; or that a retry is worth it.',
    'At the terminal: `ready LIST`, with `--fix FOLDER` for the scripts and `--inventory` for the device inventory. In the simulated tenant one account in ten has such a defect, and its phone fails accordingly in a run.',
  ],
}

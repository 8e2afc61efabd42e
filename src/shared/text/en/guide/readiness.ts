import type { ChapterText } from '../../../guide/chapter.ts'

export const readiness: ChapterText = {
  title: 'Check readiness',
  blocks: [
    'Bulk sign-in resets the password first and tells you afterwards what the account lacks. **Check readiness** reads the tenant and the accounts of your list before anything is reset, and says which phones will fail and why. It changes nothing, and needs no further consent: it uses the same sign-in as a run.',
    { kind: 'heading', text: 'How it works' },
    {
      kind: 'list',
      items: [
        'It runs by itself once a list is open and you are signed in, for lists of up to 3,000 accounts. To switch that off, go to **Settings**, *Check readiness*; the button **Check readiness** stays.',
        "Before a run, it reads again what is older than 15 minutes. You don't need to wait for it.",
        'The column *Readiness* and the chips *Will fail* and *May fail* show each phone; **Details** says what was read about the account, when, and what to do.',
        'The tab **Readiness** has the tenant first, then each reason with its phones: select them, or leave them out.',
        "Before a run, the app says how many are ready, will fail, may fail and couldn't be read. Those that will fail are left out unless you say otherwise. If more than half of a list will fail for one reason, the app asks: that is more likely one mistake than many.",
      ],
    },
    { kind: 'heading', text: 'What the words mean' },
    {
      kind: 'table',
      columns: ['Status', 'Meaning'],
      rows: [
        ['OK', 'Nothing that the app can read keeps the phone from signing in.'],
        ['Will fail', 'Something that Microsoft documents as a prerequisite is missing.'],
        [
          'May fail',
          "The app can't tell: the account is synced from on-premises, has no usage location, may be a person's own, or the tenant's answer isn't in the documented form.",
        ],
        ['Not read', "It couldn't be read; the details say why. It counts neither as ready nor as failing."],
      ],
    },
    {
      kind: 'warning',
      text: "An account that *may be a person's own* is named like a person, has a license that phones do not need, or a policy for signing in as a user. Make sure before you go on: its password will be reset, and the person is locked out.",
    },
    { kind: 'heading', text: 'Fix it' },
    {
      kind: 'list',
      items: [
        'For each reason, there is one PowerShell script for all affected accounts, to copy or save. The app never runs it. Read it first; it only shows what it would do until you set `$whatIf` to `$false`.',
        'The script names a policy of your tenant that fits, or has the line that creates one. Policies and trusted addresses take up to 24 hours to take effect.',
        "Fill in phone numbers in `phone-numbers.csv` beside the script. A script changes no accounts that may be a person's; it only names them in a comment.",
      ],
    },
    { kind: 'heading', text: 'The device inventory' },
    'Bulk sign-in accepts a new phone for 72 hours after it came to the tenant, and a signed-out one for 168 hours after sign-out. The device inventory of the Teams admin center can tell when that was, and who is signed in on a phone now.',
    {
      kind: 'warning',
      text: 'This is an experiment. Microsoft does not document the inventory, and this app has never met a real one: what it says is a hint, and never makes a phone fail. An answer in words or forms unknown to the app counts as *Not read*.',
    },
    {
      kind: 'list',
      items: [
        'It is off by default. Switch it on in **Settings**, *Device inventory*: **Check readiness** then reads it too. Nothing is changed in it, and no command is sent to a phone.',
        'A separate token from the same sign-in goes to `admin.devicemgmt.teams.microsoft.com`. If Microsoft gives none, for example to your own app registration without that permission, the section says so, and everything else works as before.',
        "The section in the tab **Readiness** names phones that another account uses, phones past their deadline and phones that the inventory doesn't have, then those with the least time left. **Details** has what the inventory says about a row: since when, who signed in last, health, firmware.",
        'Before a run, the app says which phones another account uses, and how many are past their deadline. It leaves none of them out for that.',
        "Ports of analog adapters aren't read, because it isn't known which record belongs to which port. At most 20,000 devices of a tenant are read.",
      ],
    },
    { kind: 'heading', text: "What the app can't see" },
    'Multifactor authentication, Conditional Access, security defaults, whether your site is among the trusted addresses, and what an on-premises directory allows. The tab has a checklist, which is kept for the tenant.',
    { kind: 'heading', text: 'After a run' },
    'Beside each reason, **Failures** says how the tenant is now: something is still missing, so a retry fails again; a policy is there now but may need up to 24 hours; or a retry is worth it.',
    'At the terminal: `ready LIST`, with `--fix FOLDER` for the scripts and `--inventory` for the device inventory. In the simulated tenant one account in ten has such a defect, and its phone fails accordingly in a run.',
  ],
}

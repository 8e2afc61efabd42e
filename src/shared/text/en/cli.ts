import type { Tenant } from '../../gateway/tenant.ts'
import type { PhoneCounts } from '../../run/counts.ts'
import { count, plural } from '../plural.ts'
import { quoted } from '../quoted.ts'
import { claims } from './cli/claims.ts'
import { commands, options } from './cli/commands.ts'
import { powershell } from './cli/powershell.ts'
import { reconcile } from './cli/reconcile.ts'
import { counts, report } from './cli/run-report.ts'
import { signIn } from './cli/sign-in.ts'
import { site } from './cli/site.ts'
import { run } from './run.ts'

/** `Row 2 was`, `Rows 2, 4 and 5 were`; of many the first ten. */
function rowsNamed(rows: readonly number[]): string {
  if (rows.length === 1) return `Row ${rows[0]} was`
  const shown = rows.slice(0, 10).join(', ')
  const more = rows.length > 10 ? ` and ${count(rows.length - 10)} more` : ''
  return `Rows ${shown}${more} were`
}

/** The terminal's words. */
export const cli = {
  description: 'Signs SIP phones in to Microsoft Teams (SIP Gateway) from a list.',
  commands,
  options,
  accessHelp: [
    'Without --simulate or --api the phones of a real tenant are signed in, with the account that "signin" has',
    'stored, or with a code that is asked for then. Which tenant that is, is said before anything is sent.',
    'Exit codes: 0 all signed in, 1 some failed, 2 list refused, 3 sign-in or rights, 4 stopped or unknown',
    '(can be resumed or reconciled), 64 wrong usage, 70 an error of this program, 74 what was printed, or the file of',
    '--export, could not be written.',
  ].join('\n'),
  readyHelp: [
    'Nothing in the tenant is changed, and no password is reset.',
    'With --inventory a token of its own goes to admin.devicemgmt.teams.microsoft.com, which is read and nothing else.',
    'Exit codes: 0 all ready, 1 some will fail, 2 list refused, 3 sign-in or rights, 4 some may fail or could not be read.',
  ].join('\n'),
  readyAsked: (done: number, all: number) => `${count(done)} of ${plural(all, 'account')} read`,
  inventorySeen: (seen: number) => `${plural(seen, 'device')} of the inventory read`,
  noInventory:
    "--inventory needs a sign-in of this program's own, which --module-sign-in does not give. Leave one of them out.",
  fixWritten: (file: string) => `Written: ${file}`,
  fixHowTo:
    'Read each script before you run it in PowerShell. It only shows what it would do until you set $whatIf to $false in it.',
  fixThere: (folder: string, files: string) =>
    `${folder} already has ${files}, maybe with numbers that somebody filled in. Nothing was asked and nothing written. Name another folder with --fix, or move these files away.`,
  fixNotWritten: (file: string, reason: string) => `${file} can't be written: ${reason}`,
  doctorHelp: [
    'Nothing in the tenant is changed. The report has no names, numbers, addresses or tokens of the answers, so it can be sent.',
    "Both ways to the service are tested: directly, then by Microsoft's PowerShell module. --via direct or --via powershell tests that one alone.",
    'Exit codes, of the first way: 0 all as expected, 1 something differs, failed or is not prepared, 3 sign-in or rights.',
  ].join('\n'),
  notARegion: (regions: readonly string[]) => `It must be one of ${regions.join(', ')}.`,
  notColumns:
    'Name the columns of the accounts and the devices, such as "Username=UPN,HardwareId=MAC address"; Port and Region may follow.',
  sayColumns: (command: string) => `Say which column is which; probably so: ${command}`,
  notANumber: (least: number, most: number) => `It must be a number from ${least} to ${count(most)}.`,
  notEmpty: 'It must not be empty.',
  notATenantId: (value: string) =>
    `${JSON.stringify(value)} is no tenant ID. It looks like 11111111-2222-3333-4444-555555555555; Microsoft Entra admin center shows it on its Overview page.`,
  dhcpOption: (option: number) => `DHCP option ${option}`,
  checked: (rows: number, ready: number) =>
    rows === ready
      ? `${plural(rows, 'phone')}, all ready.`
      : `${plural(rows, 'row')}: ${count(ready)} ready, ${count(rows - ready)} with errors.`,
  module: powershell,
  apiAlone:
    '--api needs --token-file: a Microsoft sign-in is never used with another address than the service.',
  tokenFileAlone: '--token-file goes only with --api, a stand-in on this machine.',
  speedOfService: '--speed is for --simulate and --api. The service has its own.',
  simulatedRun:
    'This run belongs to a simulated tenant. Add the access options that it was started with: --simulate, or --api and --token-file.',
  notLoopback: (url: string) =>
    `--api takes an address on this machine only (127.0.0.1, [::1] or localhost), not ${JSON.stringify(url)}.`,
  noTokenFile: (reason: string) => `The token file cannot be read: ${reason}.`,
  microsoftToken: (url: string) =>
    `The token file holds a token that Microsoft issued. It is not sent to ${url}: that address is only for stand-ins.`,
  tokenOperator: 'token file',
  exportIsList: (file: string) =>
    `--export would replace the phone list itself, ${quoted(file)}. Name another file for the results.`,
  isFolder: (option: string, file: string) => `${option} names a folder, ${quoted(file)}. Name a file.`,
  noRegion: 'Some rows name no region. Add --region NOAM, EMEA or APAC, or fill in a Region column.',
  noPhones: 'No row of this list is ready, so there is nothing to sign in.',
  /** `Contoso (contoso.com, 11111111-...)`, with as much as is known. */
  tenant: ({ name, domain, id }: Tenant) => {
    const known = [domain, id].filter((part) => part !== undefined && part !== name)
    return known.length > 0 ? `${name} (${known.join(', ')})` : name
  },
  aboutToResume: (tenant: string, operator: string) => `Tenant    ${tenant}\nOperator  ${operator}`,
  aboutToRun: (run: {
    readonly tenant: string
    readonly operator: string
    readonly phones: number
    readonly batches: number
    /** Because of errors. */
    readonly leftOut: number
    readonly regions: readonly string[]
  }) =>
    [
      `Tenant    ${run.tenant}`,
      `Operator  ${run.operator}`,
      `Phones    ${count(run.phones)} in ${plural(run.batches, 'batch', 'batches')} (${run.regions.join(', ')})`,
      ...(run.leftOut > 0 ? [`Left out  ${plural(run.leftOut, 'row')} with errors`] : []),
      'The password of each of these accounts will be reset to an unknown value.',
    ].join('\n'),
  claims,
  /** Of `run --rows`. */
  rows: {
    notRows: 'Expected rows of the list, such as 2-6,9.',
    notInList: (row: number) => `Row ${row} isn't in this list. Nothing was sent.`,
    hasError: (row: number, error: string) =>
      `${error} Row ${row} can't be signed in: correct it, or leave it out of --rows. Nothing was sent.`,
    signedInBefore: (rows: readonly number[]) =>
      `${rowsNamed(rows)} signed in during the last 7 days. Add --include-signed-in to reset the ${rows.length === 1 ? 'password' : 'passwords'} again, or leave ${rows.length === 1 ? 'it' : 'them'} out of --rows. Nothing was sent.`,
    includeQuestion: (rows: readonly number[]) =>
      `${rowsNamed(rows)} signed in during the last 7 days. Type yes to sign ${rows.length === 1 ? 'it in again and reset its password' : 'them in again and reset their passwords'} again; anything else leaves ${rows.length === 1 ? 'it' : 'them'} out:`,
  },
  yes: 'yes',
  confirmQuestion: 'Type yes to reset the passwords and sign these phones in:',
  signIn,
  site,
  reconcile,
  resumeQuestion: (phones: number, tenant: string) =>
    `${plural(phones, 'phone')} of this run (${tenant}) still wait to be submitted. Type yes to reset their passwords and sign them in:`,
  nobodyToAsk: 'Nobody can answer here. Add --yes if the passwords of these accounts may be reset.',
  notConfirmed: 'Nothing was sent.',
  stopping: 'Stopping. Answers on their way are waited for; press Ctrl-C again to leave at once.',
  howToResume: (runId: string) => `To go on watching: resume ${runId}, with the same access options.`,
  held: {
    answer: (batch: number) =>
      `An answer came to batch ${batch} that is not recognisably the service's, so no further batch is submitted until it is clear what it means.`,
    failures: (batch: number, phones: number, of: number, said: string) =>
      `${count(phones)} of ${plural(of, 'phone')} in batch ${batch} failed for the same reason: ${said === '' ? 'the service gave none' : said}`,
    rest: (phones: number) =>
      `${plural(phones, 'phone')} of this run ${phones === 1 ? 'is' : 'are'} not submitted yet, and no password of ${phones === 1 ? 'it' : 'them'} has been reset.`,
    howTo: (runId: string) =>
      `Put the cause right first if you can. To submit the rest all the same: resume ${runId} --keep-going, with the same access options.`,
    question: (phones: number, tenant: string) =>
      `Type yes to submit the other ${plural(phones, 'phone')} (${tenant}) all the same and reset their passwords:`,
    onlyWatched: 'The phones that are not submitted yet stay so. What was submitted is watched.',
  },
  howToLookAgain: (runId: string) =>
    `To look in the batch history once more: resume ${runId}, with the same access options.`,
  exported: (file: string, rows: number) => `Results of ${plural(rows, 'row')} written to ${file}.`,
  notExported: (file: string, reason: string, runId: string) =>
    `The results could not be written to ${file}: ${reason}. Nothing is lost: "resume ${runId} --export FILE" writes them elsewhere.`,
  /** The report to hand over. */
  handOver: {
    written: (runs: number, lists: string, file: string) =>
      `Report of ${plural(runs, 'run')} of ${lists} written to ${file}.`,
    notWritten: (file: string, reason: string) => `The report could not be written to ${file}: ${reason}.`,
  },
  unexpected: (reason: string, file: string | undefined) =>
    `Something went wrong that this program is not prepared for: ${reason}. Nothing is sent any more; "runs" shows how your runs stand, and "resume" goes on with them. ${
      file === undefined ? 'Please report it.' : `Please report it, with the file ${file}.`
    }`,
  outputLost: (reason: string) =>
    `What is printed could not be written to its end: ${reason}. Runs are not touched by that: "runs" shows how they stand.`,
  noRunToResume: (directory: string) =>
    `There is no such run to resume in ${directory}. "runs" lists what is there.`,
  noneUnfinished: (latest: string, list: string) =>
    `No run was left unfinished. The latest one, ${latest} (${list}), has ended: "resume ${latest} --export FILE" writes its results.`,
  passedOver: (runId: string, list: string, why: string) => `${runId} (${list}): ${why}`,
  noRuns: (directory: string) => `No runs in ${directory}.`,
  unreadableRun: (runId: string, reason: string) => `${runId}  cannot be read: ${reason}`,
  runOnDisk: (run: {
    readonly runId: string
    readonly watching: string
    readonly list: string
    readonly tenant: string
    readonly standing: string
  }) => `${run.runId}  ${run.watching.padEnd(8)}  ${run.list}  ${run.tenant}  ${run.standing}`,
  /** Of a run that has not ended. */
  standing: (phones: PhoneCounts, simulated: boolean) =>
    simulated ? run.asSimulated(counts(phones)) : counts(phones),
  report,
}

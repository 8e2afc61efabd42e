import type { Tenant } from '../../../gateway/tenant.ts'
import { listOfAll } from '../../list-of.ts'
import { count, plural } from '../../plural.ts'
import { quoted } from '../../quoted.ts'

/** `2, 4 and 5`; of many the first ten. */
function rowNumbers(rows: readonly number[]): string {
  const shown = rows.slice(0, 10).map(count)
  return listOfAll(rows.length > 10 ? [...shown, `${count(rows.length - 10)} more`] : shown)
}

/** Of the commands that check lists, and begin, resume and list runs. */
export const run = {
  readyAsked: (done: number, all: number) => `${count(done)} of ${plural(all, 'account')} read`,
  inventorySeen: (seen: number) => `${plural(seen, 'device')} of the inventory read`,
  noInventory:
    "--inventory needs this program's own sign-in, which --module-sign-in doesn't provide. Leave one of them out.",
  fixWritten: (file: string) => `Written: ${file}`,
  fixHowTo:
    'Read each script before you run it in PowerShell. It only shows what it would do until you set $whatIf in it to $false.',
  fixThere: (folder: string, files: string) =>
    `${folder} already has ${files}, maybe with phone numbers that someone filled in. Nothing was read from the tenant, and nothing was written. Name another folder with --fix, or move these files away.`,
  fixNotWritten: (file: string, reason: string) => `${file} can't be written: ${reason}`,
  dhcpOption: (option: number) => `DHCP option ${option}`,
  apiAlone: "--api needs --token-file: a Microsoft sign-in is only ever used with Microsoft's service.",
  tokenFileAlone: '--token-file works only with --api, a stand-in on this computer.',
  speedOfService: "--speed is for --simulate and --api. Microsoft's service has its own speed.",
  simulatedRun:
    'This run belongs to a simulated tenant. Add the access options that you started it with: --simulate, or --api and --token-file.',
  notLoopback: (url: string) =>
    `--api takes only an address on this computer (127.0.0.1, [::1] or localhost), not ${JSON.stringify(url)}.`,
  noTokenFile: (reason: string) => `The token file can't be read: ${reason}.`,
  microsoftToken: (url: string) =>
    `The token file holds a token that Microsoft issued. It isn't sent to ${url}: that address is only for stand-ins.`,
  tokenOperator: 'token file',
  exportIsList: (file: string) =>
    `--export would overwrite the phone list itself, ${quoted(file)}. Name another file for the results.`,
  isFolder: (option: string, file: string) => `${option} names a folder, ${quoted(file)}. Name a file.`,
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
  /** Of `run --rows`. */
  rows: {
    notInList: (row: number) => `Row ${row} isn't in this list. Nothing was sent.`,
    hasError: (row: number, error: string) =>
      `${error} Row ${row} can't be signed in: correct it, or leave it out of --rows. Nothing was sent.`,
    signedInBefore: (rows: readonly number[]) =>
      rows.length === 1
        ? `Row ${rowNumbers(rows)} was signed in during the last 7 days. Add --include-signed-in to reset the password again, or leave it out of --rows. Nothing was sent.`
        : `Rows ${rowNumbers(rows)} were signed in during the last 7 days. Add --include-signed-in to reset the passwords again, or leave them out of --rows. Nothing was sent.`,
    includeQuestion: (rows: readonly number[]) =>
      rows.length === 1
        ? `Row ${rowNumbers(rows)} was signed in during the last 7 days. Type yes to sign it in again and reset its password again; anything else leaves it out:`
        : `Rows ${rowNumbers(rows)} were signed in during the last 7 days. Type yes to sign them in again and reset their passwords again; anything else leaves them out:`,
  },
  yes: 'yes',
  confirmQuestion: 'Type yes to reset the passwords and sign these phones in:',
  resumeQuestion: (phones: number, tenant: string) =>
    phones === 1
      ? `1 phone of this run (${tenant}) still waits to be submitted. Type yes to reset its password and sign it in:`
      : `${plural(phones, 'phone')} of this run (${tenant}) still wait to be submitted. Type yes to reset their passwords and sign them in:`,
  nobodyToAsk: 'Nobody can answer here. Add --yes if the passwords of these accounts may be reset.',
  notConfirmed: 'Nothing was sent.',
  stopping: 'Stopping once the answers on their way have come. Press Ctrl-C again to stop at once.',
  howToResume: (runId: string) => `To resume the run: resume ${runId}, with the same access options.`,
  held: {
    answer: (batch: number) =>
      `The answer to batch ${batch} doesn't look like one of the service's. No further batch is submitted until it's clear what it means.`,
    failures: (batch: number, phones: number, of: number, said: string) =>
      said === ''
        ? `${count(phones)} of ${plural(of, 'phone')} in batch ${batch} failed for the same reason. The service didn't say which.`
        : `${count(phones)} of ${plural(of, 'phone')} in batch ${batch} failed for the same reason: ${said}`,
    rest: (phones: number) =>
      phones === 1
        ? "1 phone of this run hasn't been submitted yet, and its password hasn't been reset."
        : `${plural(phones, 'phone')} of this run haven't been submitted yet, and their passwords haven't been reset.`,
    howTo: (runId: string) =>
      `Fix the cause first if you can. To submit the rest anyway: resume ${runId} --keep-going, with the same access options.`,
    question: (phones: number, tenant: string) =>
      phones === 1
        ? `Type yes to submit the other phone (${tenant}) anyway and reset its password:`
        : `Type yes to submit the other ${plural(phones, 'phone')} (${tenant}) anyway and reset their passwords:`,
    onlyWatched: 'Only the phones already submitted are watched. The others still wait.',
  },
  howToLookAgain: (runId: string) =>
    `To look in the batch history again: resume ${runId}, with the same access options.`,
  exported: (file: string, rows: number) => `Results of ${plural(rows, 'row')} written to ${file}.`,
  notExported: (file: string, reason: string, runId: string) =>
    `The results couldn't be written to ${file}: ${reason}. Nothing is lost: "resume ${runId} --export FILE" writes them elsewhere.`,
  /** The report to hand over. */
  handOver: {
    written: (runs: number, lists: string, file: string) =>
      `Report of ${plural(runs, 'run')} of ${lists} written to ${file}.`,
    notWritten: (file: string, reason: string) => `The report couldn't be written to ${file}: ${reason}.`,
  },
  noRunToResume: (directory: string) =>
    `${directory} has no such run to resume. "runs" lists the runs there.`,
  noneUnfinished: (latest: string, list: string) =>
    `No run is unfinished. The latest one, ${latest} (${list}), has ended: "resume ${latest} --export FILE" writes its results.`,
  passedOver: (runId: string, list: string, why: string) => `${runId} (${list}): ${why}`,
  noRuns: (directory: string) => `No runs in ${directory}.`,
  unreadableRun: (runId: string, reason: string) => `${runId}  can't be read: ${reason}`,
  runOnDisk: (run: {
    readonly runId: string
    readonly watching: string
    readonly list: string
    readonly tenant: string
    readonly standing: string
  }) => `${run.runId}  ${run.watching.padEnd(8)}  ${run.list}  ${run.tenant}  ${run.standing}`,
}

import { count } from '../../plural.ts'
import { commands, options } from './commands.ts'

/** The commands and options of the terminal's program, and what is wrong with one. Every start loads them. */
export const program = {
  commands,
  options,
  description: 'Signs SIP phones in to Microsoft Teams (SIP Gateway) from a list.',
  accessHelp: [
    'Without --simulate or --api, this signs in the phones of a real tenant, with the sign-in that "signin" stored',
    'or, if there is none, with a code. It names the tenant before it sends anything.',
    'Exit codes: 0 all signed in, 1 some failed, 2 list refused, 3 sign-in or rights, 4 stopped or unknown',
    '(can be resumed or reconciled), 64 wrong usage, 70 an error of this program, 74 the output or the file of',
    "--export couldn't be written.",
  ].join('\n'),
  readyHelp: [
    'Changes nothing in the tenant and resets no password.',
    'With --inventory, a separate token goes to admin.devicemgmt.teams.microsoft.com, which is only read.',
    "Exit codes: 0 all ready, 1 some will fail, 2 list refused, 3 sign-in or rights, 4 some may fail or couldn't be read.",
  ].join('\n'),
  doctorHelp: [
    'Changes nothing in the tenant. The report leaves out names, numbers, addresses and tokens, so you can send it.',
    "Tests both connections to the service: the direct one, then Microsoft's PowerShell module. --via direct or --via powershell tests only that one.",
    "Exit codes (for the first connection): 0 all as expected, 1 something differs, failed or isn't prepared, 3 sign-in or rights.",
  ].join('\n'),
  notARegion: (regions: readonly string[]) => `It must be one of ${regions.join(', ')}.`,
  notColumns:
    'Name the columns of the accounts and the devices, such as "Username=UPN,HardwareId=MAC address"; Port and Region may follow.',
  notANumber: (least: number, most: number) => `It must be a number from ${least} to ${count(most)}.`,
  notEmpty: 'It must not be empty.',
  notATenantId: (value: string) =>
    `${JSON.stringify(value)} isn't a tenant ID, such as 11111111-2222-3333-4444-555555555555. The Microsoft Entra admin center shows it on its Overview page.`,
  unexpected: (reason: string, file: string | undefined) =>
    `This program stopped at an error that it wasn't prepared for: ${reason}. It sends nothing more. "runs" shows the state of your runs, and "resume" continues them. ${
      file === undefined ? 'Please report it.' : `Please report it, with the file ${file}.`
    }`,
  outputLost: (reason: string) =>
    `The output couldn't be written to its end: ${reason}. Your runs aren't affected: "runs" shows their state.`,
  notRows: 'It must be row numbers of the list, such as 2-6,9.',
  reconcileHelp: [
    'Without a decision, it prints what was submitted, the batches in the history that may be it, and the',
    'command for each decision (exit code 4); at a terminal, it asks. With a decision, it continues like "resume".',
    "It decides nothing that the evidence doesn't support, and sends nothing without --yes or your confirmation.",
  ].join('\n'),
  notATenant: "It must be the tenant's ID, or one of its domains, such as contoso.com.",
  notAClientId: 'It must be an application (client) ID, such as 11111111-2222-3333-4444-555555555555.',
}

import type { Claim } from '../../../run/events.ts'
import { moment } from '../../moment.ts'
import { count, plural } from '../../plural.ts'

const parts = (numbers: readonly (readonly [number, string])[]): string =>
  numbers
    .filter(([number]) => number > 0)
    .map(([number, what]) => `${count(number)} ${what}`)
    .join(', ')

const atTime = (at: string | undefined): string => (at === undefined ? '' : ` (${moment(at)})`)

/** Phones that other runs have, or have signed in before. */
export const claims = {
  claimed: (phones: number, runId: string, list: string, claims: Readonly<Record<Claim, number>>) =>
    `Left out  ${plural(phones, 'phone')}: run ${runId} (${list}) has ${phones === 1 ? 'it' : 'them'}: ${parts(
      [
        [claims['under way'], 'under way'],
        [claims.unconfirmed, 'unconfirmed'],
        [claims.waiting, 'waiting'],
      ],
    )}.`,
  howToDiscard: (runId: string) =>
    `          To release the waiting phones: resume ${runId} --discard-queued, with the same access options.`,
  isWatched: (runId: string) => `          Run ${runId} is being watched and will submit the waiting phones.`,
  isReadOnly: (runId: string) =>
    `          The journal of run ${runId} can't be read to its end. Look for these phones in the batch history; once none of them is being signed in, delete the run in the window, or move its file out of the runs folder.`,
  near: (devices: number, accounts: number, runId: string, list: string) =>
    `Warning   ${parts([
      [devices, devices === 1 ? 'device' : 'devices'],
      [accounts, accounts === 1 ? 'account' : 'accounts'],
    ])} of this list ${devices + accounts === 1 ? 'is' : 'are'} also in run ${runId} (${list}), ${devices + accounts === 1 ? 'there' : 'each there'} with another ${accounts === 0 ? 'account' : devices === 0 ? 'device' : 'account or device'}.`,
  all: (phones: number) =>
    phones === 1
      ? 'Another run has the only phone of this list. Nothing was sent.'
      : `Other runs have all ${plural(phones, 'phone')} of this list. Nothing was sent.`,
  signedIn: (phones: number, runId: string, list: string, at: string) =>
    `Left out  ${plural(phones, 'phone')}: signed in by run ${runId} (${list}), the last on ${moment(at)}. Signing ${phones === 1 ? 'it' : 'them'} in again would reset the ${phones === 1 ? 'password' : 'passwords'} again.`,
  includedAgain: (phones: number, runId: string, list: string, at: string) =>
    `Warning   ${plural(phones, 'phone')} ${phones === 1 ? 'was' : 'were'} signed in by run ${runId} (${list}), the last on ${moment(at)}. ${phones === 1 ? 'Its password is' : 'Their passwords are'} reset again.`,
  signedInElsewhere: (phones: number, batchId: string, at: string | undefined) =>
    `Left out  ${plural(phones, 'phone')}: signed in by batch ${batchId}, submitted elsewhere${atTime(at)}. Signing ${phones === 1 ? 'it' : 'them'} in again would reset the ${phones === 1 ? 'password' : 'passwords'} again.`,
  includedElsewhere: (phones: number, batchId: string, at: string | undefined) =>
    `Warning   ${plural(phones, 'phone')} ${phones === 1 ? 'was' : 'were'} signed in by batch ${batchId}, submitted elsewhere${atTime(at)}. ${phones === 1 ? 'Its password is' : 'Their passwords are'} reset again.`,
  underWayElsewhere: (phones: number, batchId: string, at: string | undefined) =>
    `Left out  ${plural(phones, 'phone')}: batch ${batchId}, submitted elsewhere${atTime(at)}, has ${phones === 1 ? 'it' : 'them'} under way.`,
  elsewhereUnread: (batches: number) =>
    batches === 1
      ? "Warning   1 batch of the last day, submitted elsewhere, couldn't be read. Some phones of this list may be in it."
      : `Warning   ${count(batches)} batches of the last day, submitted elsewhere, couldn't be read. Some phones of this list may be in them.`,
  historyUnread: (reason: string) =>
    `Warning   The batch history couldn't be read, so someone else may have submitted some of these phones today. ${reason}`,
  howToInclude: '          To include phones that were signed out since: --include-signed-in.',
  allSignedIn: (phones: number) =>
    phones === 1
      ? 'The only phone of this list was signed in during the last 7 days. Nothing is left to do, and nothing was sent.'
      : `All ${plural(phones, 'phone')} of this list were signed in during the last 7 days. Nothing is left to do, and nothing was sent.`,
  allOfBoth: (ofOthers: number, signedIn: number) =>
    `Other runs have ${plural(ofOthers, 'phone')} of this list, and ${count(signedIn)} ${signedIn === 1 ? 'was' : 'were'} signed in during the last 7 days. Nothing was sent.`,
  discarded: (phones: number, runId: string) =>
    phones === 0
      ? `No phone waits to be submitted in run ${runId}.`
      : `${plural(phones, 'phone')} released: run ${runId} won't submit ${phones === 1 ? 'it' : 'them'}.`,
}

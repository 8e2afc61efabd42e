import type { Claim } from '../../../run/events.ts'
import { listOfAll } from '../../list-of.ts'
import { moment } from '../../moment.ts'
import { count, plural } from '../../plural.ts'

/** `2 under way, 1 unconfirmed and 3 waiting`, without those that are none. */
const statesOf = (claims: Readonly<Record<Claim, number>>): string =>
  listOfAll([
    ...(claims['under way'] > 0 ? [`${count(claims['under way'])} under way`] : []),
    ...(claims.unconfirmed > 0 ? [`${count(claims.unconfirmed)} unconfirmed`] : []),
    ...(claims.waiting > 0 ? [`${count(claims.waiting)} waiting`] : []),
  ])

const atTime = (at: string | undefined): string => (at === undefined ? '' : ` (${moment(at)})`)

/** Phones that other runs have, or have signed in before. */
export const claims = {
  claimed: (phones: number, runId: string, list: string, claims: Readonly<Record<Claim, number>>) =>
    `Left out  ${plural(phones, 'phone')} that run ${runId} (${list}) has: ${statesOf(claims)}.`,
  howToDiscard: (runId: string) =>
    `          To release the waiting phones: resume ${runId} --discard-queued, with the same access options.`,
  isWatched: (runId: string) => `          Run ${runId} is being watched and will submit the waiting phones.`,
  isReadOnly: (runId: string) =>
    `          The journal of run ${runId} can't be read to its end. Look for these phones in the batch history; once none of them is being signed in, delete the run in the window, or move its file out of the runs folder.`,
  near: (devices: number, accounts: number, runId: string, list: string) => {
    if (accounts === 0)
      return devices === 1
        ? `Warning   1 device of this list is also in run ${runId} (${list}), with another account.`
        : `Warning   ${count(devices)} devices of this list are also in run ${runId} (${list}), with other accounts.`
    if (devices === 0)
      return accounts === 1
        ? `Warning   1 account of this list is also in run ${runId} (${list}), with another device.`
        : `Warning   ${count(accounts)} accounts of this list are also in run ${runId} (${list}), with other devices.`
    return `Warning   ${plural(devices, 'device')} and ${plural(accounts, 'account')} of this list are also in run ${runId} (${list}), with other accounts and devices.`
  },
  all: (phones: number) =>
    phones === 1
      ? 'Another run has the only phone of this list. Nothing was sent.'
      : `Other runs have all ${plural(phones, 'phone')} of this list. Nothing was sent.`,
  signedIn: (phones: number, runId: string, list: string, at: string) =>
    phones === 1
      ? `Left out  1 phone: signed in by run ${runId} (${list}) on ${moment(at)}. Signing it in again would reset its password again.`
      : `Left out  ${count(phones)} phones: signed in by run ${runId} (${list}), the last on ${moment(at)}. Signing them in again would reset their passwords again.`,
  includedAgain: (phones: number, runId: string, list: string, at: string) =>
    phones === 1
      ? `Warning   1 phone was signed in by run ${runId} (${list}) on ${moment(at)}. Its password is reset again.`
      : `Warning   ${count(phones)} phones were signed in by run ${runId} (${list}), the last on ${moment(at)}. Their passwords are reset again.`,
  signedInElsewhere: (phones: number, batchId: string, at: string | undefined) =>
    phones === 1
      ? `Left out  1 phone: signed in by batch ${batchId}, submitted elsewhere${atTime(at)}. Signing it in again would reset its password again.`
      : `Left out  ${count(phones)} phones: signed in by batch ${batchId}, submitted elsewhere${atTime(at)}. Signing them in again would reset their passwords again.`,
  includedElsewhere: (phones: number, batchId: string, at: string | undefined) =>
    phones === 1
      ? `Warning   1 phone was signed in by batch ${batchId}, submitted elsewhere${atTime(at)}. Its password is reset again.`
      : `Warning   ${count(phones)} phones were signed in by batch ${batchId}, submitted elsewhere${atTime(at)}. Their passwords are reset again.`,
  underWayElsewhere: (phones: number, batchId: string, at: string | undefined) =>
    `Left out  ${plural(phones, 'phone')} under way in batch ${batchId}, submitted elsewhere${atTime(at)}.`,
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
    signedIn === 1
      ? `Other runs have ${plural(ofOthers, 'phone')} of this list, and 1 was signed in during the last 7 days. Nothing was sent.`
      : `Other runs have ${plural(ofOthers, 'phone')} of this list, and ${count(signedIn)} were signed in during the last 7 days. Nothing was sent.`,
  discarded: (phones: number, runId: string) =>
    phones === 0
      ? `No phone waits to be submitted in run ${runId}.`
      : phones === 1
        ? `1 phone released: run ${runId} won't submit it.`
        : `${count(phones)} phones released: run ${runId} won't submit them.`,
}

import { count, plural } from '../../plural.ts'

/** A batch of which nobody knows whether the service took it. */
export const doubt = {
  line: (batch: number, phones: number, region: string) =>
    `Whether the service took batch ${batch} (${plural(phones, 'phone')}, ${region}) is not known.`,
  more: (batches: number) =>
    `The same goes for ${plural(batches, 'other batch', 'other batches')}: see Batches.`,
  look: 'Look at the evidence',
  lookAt: (batch: number) => `Look at the evidence about batch ${batch}`,
  lookHint: 'Compares the batch with what the service has on record. Nothing is sent again by that.',
  signInFirst: (tenant: string) => `Sign in to ${tenant} first: the record is kept there.`,
  title: (batch: number) => `Did the service take batch ${batch}?`,
  submitted: (phones: number, region: string, at: string, isAnswered: boolean) =>
    `${plural(phones, 'phone')} of ${region}, submitted on ${at}${isAnswered ? '.' : '; no answer came.'}`,
  notSubmitted: (phones: number, region: string, since: string) =>
    `${plural(phones, 'phone')} of ${region}. This run didn't submit ${phones === 1 ? 'it' : 'them'}. But since it began on ${since}, the service was asked for a batch with some of these phones. A copy of this run may have been resumed elsewhere.`,
  asking: 'Asking the service for its record',
  again: 'Look again',
  found: (batches: number) =>
    batches === 1
      ? 'The service has 1 batch on record that may be it:'
      : `The service has ${count(batches)} batches on record that may be it:`,
  none: 'The service has no batch on record that could be it.',
  noneHowSure:
    'That speaks for its never having been taken, and is no proof: the record may be some minutes late. If the batch was submitted a moment ago, wait and look again.',
  choices: 'Your decision',
  adopt: (batchId: string) => `This is it: watch ${batchId}`,
  facts: (parts: readonly string[]) => `${parts.join('; ')}.`,
  requested: (at: string) => `Asked for on ${at}`,
  requestedUnknown: 'The service does not say when it was asked for',
  status: (said: string) => `the service says: ${said}`,
  matching: (matching: number, phones: number) =>
    `${count(matching)} of ${plural(phones, 'phone')} in common`,
  exact: (phones: number) => `exactly these ${plural(phones, 'phone')}`,
  unread: 'its phones cannot be looked at now',
  larger: (size: number) => `it has ${plural(size, 'phone')}`,
  requestedBy: (userId: string) => `asked for by ${userId}`,
  requestedByKnown: {
    you: () => 'asked for by you',
    'run-operator': () => 'asked for by whoever started this run',
    'somebody-else': (userId: string) => `asked for by somebody else (${userId})`,
  },
  earlier: 'Asked for before this run submitted it, by this computer’s clock.',
  adoptMeans: 'Its phones are watched from now on. Nothing is sent again.',
  adoptOtherMeans:
    'Not all phones are the same: those that the service does not name stay unknown. Choose this only if you are sure.',
  adoptUnreadMeans:
    'Whether its phones are the same cannot be seen now. Wait a little and look again; choose this only if you are sure.',
  refused: 'The service refused it',
  refusedMeans:
    'Its phones failed, and nothing is sent. Until this run ends, every batch with an answer of this kind counts as refused, once the record shows no trace of it. Choose this only if the answer says so.',
  answered: (status: number, said: string) =>
    `What came back: HTTP ${status}${said === '' ? ', without words.' : `: ${said}`}`,
  onlyRefused:
    'The run is still watched. You can say now that the service refused the batch; for any other decision stop watching first.',
  submitAgain: 'The service never took it: submit it again',
  submitAgainMeans:
    'The phones are handed over once more. If the service did take the batch, they are in two batches, and their passwords are reset twice.',
  /** In place of the two above for a batch that this run did not submit. */
  submitAnyway: 'Submit all of these phones',
  submitAnywayMeans:
    'They are submitted by this run. Those that are in another batch, too, have their passwords reset twice.',
  leave: 'Leave it unknown',
  leaveMeans:
    'Nothing is sent. Its phones stay unknown in the results, and the run can end. This cannot be taken back.',
  othersToo: (phones: number, batches: number) =>
    `Going on with the run also submits ${plural(phones, 'phone')} in ${plural(batches, 'batch', 'batches')} that still ${phones === 1 ? 'waits' : 'wait'}.`,
  later: 'Decide later',
  /** On the button: what pressing it does, once something is chosen. */
  decide: {
    nothing: 'Go on',
    adopt: 'Watch this batch',
    refused: 'Take it for a refusal',
    'submit-again': (phones: number) => `Submit ${plural(phones, 'phone')} again`,
    leave: 'Leave it unknown',
  },
  deciding: 'Going on',
} as const

import { count, plural } from '../../plural.ts'

/** A batch of which nobody knows whether the service took it. */
export const unconfirmed = {
  line: (batch: number, phones: number, region: string) =>
    `We couldn't confirm that Microsoft received batch ${batch} (${plural(phones, 'phone')}, ${region}).`,
  more: (batches: number) =>
    `The same goes for ${plural(batches, 'other batch', 'other batches')}: see Batches.`,
  look: 'Review the evidence',
  lookAt: (batch: number) => `Review the evidence for batch ${batch}`,
  lookHint: 'Compares the batch with the batch history. This sends nothing again.',
  signInFirst: (tenant: string) => `Sign in to ${tenant} first: the batch history is kept there.`,
  title: (batch: number) => `Did Microsoft receive batch ${batch}?`,
  submitted: (phones: number, region: string, at: string, isAnswered: boolean) =>
    `${plural(phones, 'phone')} of ${region}, submitted on ${at}${isAnswered ? '.' : '; no answer came.'}`,
  notSubmitted: (phones: number, region: string, since: string) =>
    `${plural(phones, 'phone')} of ${region}. This run didn't submit ${phones === 1 ? 'it' : 'them'}. But since it began on ${since}, the service was asked for a batch with some of these phones. A copy of this run may have been resumed elsewhere.`,
  asking: 'Reading the batch history',
  again: 'Look again',
  found: (batches: number) =>
    batches === 1
      ? '1 batch in the batch history may be this one:'
      : `${count(batches)} batches in the batch history may be this one:`,
  none: 'No batch in the batch history could be this one.',
  noneHowSure:
    'Microsoft probably never received it, but this is no proof: the batch history can be some minutes late. If the batch was submitted a moment ago, wait and look again.',
  choices: 'Your decision',
  adopt: (batchId: string) => `Received as ${batchId}: track it`,
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
  adoptMeans: 'Its phones are tracked from now on. Nothing is sent again.',
  adoptOtherMeans:
    'Not all phones are the same: those that the service does not name stay unknown. Choose this only if you are sure.',
  adoptUnreadMeans:
    'Whether its phones are the same cannot be seen now. Wait a little and look again; choose this only if you are sure.',
  refused: 'The service refused it',
  refusedMeans:
    'Its phones failed, and nothing is sent. Until this run ends, every batch with an answer of this kind counts as refused, once the batch history shows no trace of it. Choose this only if the answer says so.',
  answered: (status: number, said: string) =>
    `What came back: HTTP ${status}${said === '' ? ', without words.' : `: ${said}`}`,
  onlyRefused:
    'The run is still watched. You can say now that the service refused the batch; for any other decision stop watching first.',
  submitAgain: 'Microsoft never received it: submit it again',
  submitAgainMeans:
    'The phones are submitted once more. If Microsoft did receive the batch, they are in two batches, and their passwords are reset twice.',
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
    adopt: 'Track this batch',
    refused: 'Take it for a refusal',
    'submit-again': (phones: number) => `Submit ${plural(phones, 'phone')} again`,
    leave: 'Leave it unknown',
  },
  deciding: 'Going on',
} as const

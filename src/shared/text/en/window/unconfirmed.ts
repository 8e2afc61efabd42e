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
    `${plural(phones, 'phone')} of ${region}. This run didn't submit ${phones === 1 ? 'it' : 'them'}. But since it began on ${since}, the service received a batch with some of these phones. A copy of this run may have been resumed elsewhere.`,
  asking: 'Reading the batch history',
  again: 'Check again',
  found: (batches: number) =>
    batches === 1
      ? '1 batch in the batch history may be this one:'
      : `${count(batches)} batches in the batch history may be this one:`,
  none: 'No batch in the batch history could be this one.',
  noneHowSure:
    "Microsoft probably never received it, but this isn't proof: the batch history can be some minutes behind. If the batch was submitted a moment ago, wait and check again.",
  choices: 'Your decision',
  adopt: (batchId: string) => `Received as ${batchId}: track it`,
  facts: (parts: readonly string[]) => `${parts.join('; ')}.`,
  requested: (at: string) => `Requested on ${at}`,
  requestedUnknown: "The service doesn't say when it was requested",
  status: (said: string) => `the service says: ${said}`,
  matching: (matching: number, phones: number) =>
    `${count(matching)} of ${plural(phones, 'phone')} in common`,
  exact: (phones: number) => `exactly these ${plural(phones, 'phone')}`,
  unread: "its phones can't be read now",
  larger: (size: number) => `it has ${plural(size, 'phone')}`,
  requestedBy: (userId: string) => `requested by ${userId}`,
  requestedByKnown: {
    you: () => 'requested by you',
    'run-operator': () => 'requested by the operator of this run',
    'somebody-else': (userId: string) => `requested by someone else (${userId})`,
  },
  earlier: 'Requested before this run submitted it, by this computer’s clock.',
  adoptMeans: 'Its phones are tracked from now on. Nothing is sent again.',
  adoptOtherMeans:
    "Not all phones match: those that the service doesn't name stay unknown. Choose this only if you're sure.",
  adoptUnreadMeans:
    "We can't see now whether its phones match. Wait a little and check again. Choose this only if you're sure.",
  refused: 'The service refused it',
  refusedMeans:
    'Its phones count as failed, and nothing is sent. Until this run ends, every batch with an answer of this kind counts as refused once the batch history shows no trace of it. Choose this only if the answer is a refusal.',
  answered: (status: number, said: string) =>
    `The answer: HTTP ${status}${said === '' ? ', without a message.' : `: ${said}`}`,
  onlyRefused:
    'The run is still being watched. For now, you can only decide that the service refused the batch. For any other decision, stop watching first.',
  submitAgain: 'Microsoft never received it: submit it again',
  submitAgainMeans:
    'The phones are submitted once more. If Microsoft did receive the batch, they are in two batches, and their passwords are reset twice.',
  /** In place of the two above for a batch that this run did not submit. */
  submitAnyway: 'Submit all of these phones',
  submitAnywayMeans:
    'This run submits them. The passwords of those that are also in another batch are reset twice.',
  leave: 'Leave it unknown',
  leaveMeans:
    "Nothing is sent. Its phones stay unknown in the results, and the run can end. This can't be undone.",
  othersToo: (phones: number, batches: number) =>
    `Continuing the run also submits ${plural(phones, 'phone')} in ${plural(batches, 'batch', 'batches')} that still ${batches === 1 ? 'waits' : 'wait'}.`,
  later: 'Decide later',
  /** On the button: what pressing it does, once something is chosen. */
  decide: {
    nothing: 'Continue',
    adopt: 'Track this batch',
    refused: 'Count it as refused',
    'submit-again': (phones: number) => `Submit ${plural(phones, 'phone')} again`,
    leave: 'Leave it unknown',
  },
  deciding: 'Continuing',
} as const

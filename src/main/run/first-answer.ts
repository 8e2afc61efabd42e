/**
 * Until a run has had its first answer to a submission, it submits one batch at a time. Nobody has seen this tenant's
 * answers before: should the first one be unrecognisable, one batch is unconfirmed and not nine.
 */
export type FirstAnswer = {
  /** Runs `submit` when it is its turn. It answers whether an answer came; once one has, everybody's turn is at once. */
  inTurn(submit: () => Promise<boolean>): Promise<void>
}

/** `hasCome`: the run has had one, as when it is taken up again. */
export function createFirstAnswer(hasCome: boolean): FirstAnswer {
  let isKnown = hasCome
  let turn: Promise<void> = Promise.resolve()

  async function run(submit: () => Promise<boolean>): Promise<void> {
    if (await submit()) isKnown = true
  }
  return {
    inTurn(submit) {
      if (isKnown) return run(submit)
      const mine = turn.then(() => run(submit))
      turn = mine.catch(() => undefined)
      return mine
    },
  }
}

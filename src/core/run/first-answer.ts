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
  const first = Promise.withResolvers<void>()
  if (hasCome) first.resolve()
  let turn: Promise<void> = Promise.resolve()

  return {
    inTurn(submit) {
      const mine = Promise.race([first.promise, turn]).then(async () => {
        if (await submit()) first.resolve()
      })
      turn = Promise.allSettled([turn, mine]).then(() => undefined)
      return mine
    },
  }
}

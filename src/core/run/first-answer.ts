/**
 * Until a run has had its first answer to a submission, it submits one batch at a time. Nobody has seen this tenant's
 * answers before: if the first one is unrecognisable, one batch is unconfirmed, not nine.
 */
export type FirstAnswer = {
  /** Runs `submit` when it is its turn. `submit` returns whether an answer came; after the first answer nobody waits. */
  inTurn(submit: () => Promise<boolean>): Promise<void>
}

/** `hasCome`: the run already had one, as when it is resumed. */
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

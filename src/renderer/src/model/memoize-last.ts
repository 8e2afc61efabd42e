/** Remembers the last answer for as long as the arguments stay the same (by identity, unless `isSame` says otherwise). */
export function memoizeLast<Arguments extends readonly unknown[], Answer>(
  derive: (...given: Arguments) => Answer,
  isSame: (before: Arguments, given: Arguments) => boolean = sameItems,
): (...given: Arguments) => Answer {
  let last: { readonly given: Arguments; readonly answer: Answer } | undefined
  return (...given) => {
    if (!last || !isSame(last.given, given)) last = { given, answer: derive(...given) }
    return last.answer
  }
}

const sameItems = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, index) => Object.is(item, b[index]))

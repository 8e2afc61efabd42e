/** A character that looks like another one and is not it. */
export type Lookalike = {
  readonly typed: string
  readonly meant: string
  readonly script: 'Cyrillic' | 'Greek' | 'full-width' | 'letter'
}

// Pairs: the foreign character, then the Latin one.
const cyrillic = 'АAВBЕEСCОOаaеeсcоoрpхxуyіiјjѕsКKМMНHРPТTХX'
const greek = 'ΑAΒBΕEΟOοoνvΙIΚKΜMΝNΡPΤTΧX'

/** Replaces what only looks like a character of ASCII, and says which was the first; undefined where nothing does. */
export function withoutLookalikes(
  text: string,
): { readonly text: string; readonly first: Lookalike } | undefined {
  let first: Lookalike | undefined
  let plain = ''
  for (const typed of text) {
    const found = lookalikeOf(typed)
    first ??= found
    plain += found?.meant ?? typed
  }
  return first && { text: plain, first }
}

function lookalikeOf(typed: string): Lookalike | undefined {
  const code = typed.charCodeAt(0)
  if (code < 0x80) return undefined
  // Full-width forms stand in the order of ASCII (Unicode, "Halfwidth and Fullwidth Forms").
  if (code >= 0xff01 && code <= 0xff5e)
    return { typed, meant: String.fromCharCode(code - 0xff01 + 0x21), script: 'full-width' }
  return inPairs(typed, cyrillic, 'Cyrillic') ?? inPairs(typed, greek, 'Greek')
}

function inPairs(typed: string, pairs: string, script: 'Cyrillic' | 'Greek'): Lookalike | undefined {
  for (let at = 0; at < pairs.length; at += 2)
    if (pairs.charAt(at) === typed) return { typed, meant: pairs.charAt(at + 1), script }
  return undefined
}

/** The same for the letters that are typed in place of the digits 0 and 1. */
export function withoutLetters(
  text: string,
): { readonly text: string; readonly first: Lookalike } | undefined {
  const typed = /[OolI|]/.exec(text)?.[0]
  if (typed === undefined) return undefined
  const meant = /[Oo]/.test(typed) ? '0' : '1'
  return {
    text: text.replace(/[Oo]/g, '0').replace(/[lI|]/g, '1'),
    first: { typed, meant, script: 'letter' },
  }
}

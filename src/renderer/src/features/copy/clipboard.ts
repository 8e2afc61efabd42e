import { text } from '../../../../shared/text/index.ts'
import { ask, type Desk } from '../../stores/desk.ts'
import { announce } from '../../stores/live-store.ts'

/** Puts text on the clipboard and says what. Answers whether it worked. */
export async function copy(desk: Desk, content: string, what: string): Promise<boolean> {
  const answer = await ask(desk, 'app', 'clipboard:write', content)
  if (answer.ok) announce(desk.live, text.window.frame.copiedToClipboard(what))
  return answer.ok
}

import { text } from '../../../../shared/text/index.ts'
import { type AppStores, ask } from '../../stores/app-stores.ts'
import { announce } from '../../stores/live-store.ts'

/** Puts text on the clipboard and says what. Answers whether it worked. */
export async function copy(stores: AppStores, content: string, what: string): Promise<boolean> {
  const answer = await ask(stores, 'app', 'clipboard:write', content)
  if (answer.ok) announce(stores.live, text.window.frame.copiedToClipboard(what))
  return answer.ok
}

import { ipcMain } from 'electron'
import { invokeChannels } from '../../shared/ipc.ts'
import { type AnswerOptions, answer } from './answer.ts'

/** Opens every channel of the contract to the page. No other code listens to it. */
export function registerHandlers(options: AnswerOptions): void {
  for (const channel of invokeChannels)
    ipcMain.handle(channel, (event, ...args: unknown[]) => answer(channel, event, args, options))
}

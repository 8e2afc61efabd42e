import type { IpcMainInvokeEvent } from 'electron'
import { beforeEach, expect, test, vi } from 'vitest'
import { type AnswerPage, registerHandlers } from '../../../src/main/ipc/register.ts'
import { invokeChannels } from '../../../src/shared/ipc.ts'
import { succeed } from '../../../src/shared/result.ts'

type Listener = (event: IpcMainInvokeEvent, ...args: readonly unknown[]) => Promise<unknown>

const listeners = vi.hoisted(() => new Map<string, Listener>())
vi.mock('electron', () => ({
  ipcMain: { handle: (channel: string, listener: Listener) => listeners.set(channel, listener) },
}))

const event = {} as IpcMainInvokeEvent
const ask = (...args: readonly unknown[]): Promise<unknown> | undefined =>
  listeners.get('app:info')?.(event, ...args)

beforeEach(() => listeners.clear())

test('every channel is open at once, and what is asked before the app can answer waits for it', async () => {
  const answers = Promise.withResolvers<AnswerPage>()
  registerHandlers({ isTrusted: () => true, answer: answers.promise })
  expect([...listeners.keys()]).toEqual([...invokeChannels])
  const asked = ask(1, 2)
  answers.resolve(async (channel, sender, args, isTrusted) =>
    succeed([channel, sender, args, isTrusted()] as never),
  )
  expect(await asked).toEqual(succeed(['app:info', event, [1, 2], true]))
})

test('who asks is looked at when the request comes, whatever is in the frame by the time of the answer', async () => {
  const answers = Promise.withResolvers<AnswerPage>()
  let trusted = false
  registerHandlers({ isTrusted: () => trusted, answer: answers.promise })
  const asked = ask()
  trusted = true
  answers.resolve(async (_channel, _sender, _args, isTrusted) => succeed(isTrusted() as never))
  expect(await asked).toEqual(succeed(false))
})

test('a sender that cannot be looked at is told where requests are answered, as any fault there is', async () => {
  const fault = new Error('The frame is gone')
  registerHandlers({
    isTrusted: () => {
      throw fault
    },
    answer: Promise.resolve<AnswerPage>(async (_channel, _sender, _args, isTrusted) => {
      expect(isTrusted).toThrow(fault)
      return succeed(undefined as never)
    }),
  })
  expect(await ask()).toEqual(succeed(undefined))
})

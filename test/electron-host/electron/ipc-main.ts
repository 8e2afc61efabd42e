import type * as Electron from 'electron'
import { cloneCodec } from '../clone.ts'
import { partlyEmitting } from '../missing.ts'
import { emitted } from './emitted.ts'

type Handler = Parameters<Electron.IpcMain['handle']>[1]

export type HostIpcMain = Electron.IpcMain & {
  /** As in Electron, which has it under this name: tests call a handler with a sender of their own. */
  readonly _invokeHandlers: Map<string, Handler>
}

export function createIpcMain(): HostIpcMain {
  const handlers = new Map<string, Handler>()

  return partlyEmitting<HostIpcMain>('ipcMain', {
    _invokeHandlers: handlers,
    handle(channel, handler) {
      if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
      handlers.set(channel, handler)
    },
    removeHandler: (channel) => void handlers.delete(channel),
  })
}

const codec = cloneCodec()

type Frame = { readonly sender: Electron.WebContents; readonly senderFrame: Electron.WebFrameMain }
type Reply = { readonly value: string } | { readonly error: string }

/** Calls the handler of a channel for a page. Arguments and answer are written by the clone codec. */
export async function invokeHandler(
  ipcMain: HostIpcMain,
  frame: Frame,
  channel: string,
  args: string,
): Promise<Reply> {
  try {
    const handler = ipcMain._invokeHandlers.get(channel)
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    const answer = await handler(ipcEvent(frame), ...(codec.decode(args) as unknown[]))
    return { value: codec.encode(answer) }
  } catch (error) {
    return { error: String(error) }
  }
}

export function emitMessage(ipcMain: HostIpcMain, frame: Frame, channel: string, args: string): void {
  ipcMain.emit(channel, ipcEvent(frame), ...(codec.decode(args) as unknown[]))
}

const ipcEvent = ({ sender, senderFrame }: Frame): Electron.IpcMainInvokeEvent =>
  emitted({
    type: 'frame' as const,
    sender,
    senderFrame,
    frameId: senderFrame.routingId,
    processId: senderFrame.processId,
  })

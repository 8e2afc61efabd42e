import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import {
  type Bridge,
  type InvokeChannel,
  invokeChannels,
  type PushChannel,
  pushChannels,
} from '../shared/ipc.ts'

/** The contract on the page's side: its channels and nothing else of Electron. */
const bridge: Bridge = {
  invoke: (channel, request) =>
    isInvokeChannel(channel) ? ipcRenderer.invoke(channel, request) : Promise.reject(unknown(channel)),
  on(channel, listener) {
    if (!isPushChannel(channel)) throw unknown(channel)
    // Remove exactly the registered listener, or the subscription never ends.
    const forward = (_event: IpcRendererEvent, pushed: Parameters<typeof listener>[0]): void =>
      listener(pushed)
    ipcRenderer.on(channel, forward)
    return () => {
      ipcRenderer.off(channel, forward)
    }
  },
}

contextBridge.exposeInMainWorld('bulkSignIn', bridge)

// The page may ask for anything, whatever its types say.
const isInvokeChannel = (channel: string): channel is InvokeChannel =>
  (invokeChannels as readonly string[]).includes(channel)
const isPushChannel = (channel: string): channel is PushChannel =>
  (pushChannels as readonly string[]).includes(channel)
const unknown = (channel: unknown): Error => new Error(`Unknown channel: ${String(channel)}`)

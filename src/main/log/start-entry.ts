import type { AppInfo } from '../../shared/ipc.ts'
import type { LogEntry } from './log.ts'

/**
 * A step of each start: the window is on the screen, or its page has found main. Begins what support reads. Apart from the
 * other entries: their words are loaded after the window is made.
 */
export const startEntry = (step: 'Window shown' | 'Page ready', info: AppInfo): LogEntry => ({
  level: 'info',
  area: 'app',
  message: `${step}: version ${info.version}, Electron ${info.electron}, Chromium ${info.chromium}, ${info.platform}`,
})

import { randomUUID } from 'node:crypto'
import { cloneCodec } from '../clone.ts'
import { bridgeEnd } from './bridge-end.ts'
import { pageWorld } from './page-world.ts'
import { type PreloadWorldOptions, preloadWorld } from './preload-world.ts'

/** The sources that every new document of a window begins with, one for each of its two worlds. */
export function worldScripts(
  preload: string,
  options: PreloadWorldOptions,
): { readonly page: string; readonly preload: string } {
  const secret = JSON.stringify(`electron-host ${randomUUID()}`)
  return {
    page: inTopFrame(`(${pageWorld})((${bridgeEnd})(${secret}, 'page'))`),
    preload: inTopFrame(`(${preloadWorld})(
      (${cloneCodec})(),
      (${bridgeEnd})(${secret}, 'preload'),
      ${JSON.stringify(options)},
      function (require, module, exports, process, global, Buffer, setImmediate, clearImmediate) {
${preload}
      },
    )`),
  }
}

// A preload runs in the top frame only, unless nodeIntegrationInSubFrames says otherwise.
const inTopFrame = (source: string): string => `if (window === window.top) { ${source} }`

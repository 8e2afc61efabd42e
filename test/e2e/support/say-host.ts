import { findChromium } from '../../electron-host/chromium.ts'

/** Before the specs: the browser is unpacked once, and the report says on what they run. */
export async function setup(): Promise<void> {
  if (process.env['E2E_HOST'] === 'electron') {
    console.log('End-to-end specs: on real Electron.')
    return
  }
  const chromium = await findChromium()
  if (!chromium) throw new Error('There is no Chromium, Chrome or Edge: name one in E2E_CHROMIUM')
  console.log(
    `End-to-end specs: on the stand-in for Electron, in ${chromium.executable}. Not on real Electron.`,
  )
}

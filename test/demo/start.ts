/** `npm start`: opens the app for real, on Electron. Arguments are the app's own. */
import { spawn } from 'node:child_process'
import { findElectron } from './find-electron.ts'

const electron = findElectron(180)
if (electron) {
  const app = spawn(electron, ['.', ...process.argv.slice(2)], { stdio: 'inherit' })
  app.once('exit', (code) => process.exit(code ?? 1))
} else {
  console.error(`
The app cannot be opened: the Electron executable is not here, and its installer could not fetch it
(it comes from https://github.com/electron/electron/releases, not from npm).

What you can do:
- Check that this computer reaches github.com, through its proxy if it has one (ELECTRON_GET_USE_PROXY=1
  and HTTPS_PROXY), then run: npx install-electron
- Or name a mirror that your network reaches: ELECTRON_MIRROR=https://… npx install-electron
- Or see the app at work without Electron: npm run demo
`)
  process.exit(1)
}

import { spawn } from 'node:child_process'
import type { Demo } from './demo-list.ts'

/** Opens the app on Electron and waits until its window is closed. Answers the exit code. */
export async function showInElectron(executable: string, { appFolder, list }: Demo): Promise<number> {
  console.log('\nDemo on Electron, with the simulated tenant: nothing real is signed in.')
  console.log('Choose a region on the page Phones, then press "Bulk sign in". Close the window to end.\n')
  const args = [appFolder, '--simulated-tenant', `--list=${list}`]
  const app = spawn(executable, args, { stdio: 'inherit' })
  const code = await new Promise<number>((done) => app.once('exit', (code) => done(code ?? 1)))
  console.log('This was the demo on Electron, with the simulated tenant.')
  return code
}

/** `node test/powershell/probe.ts PROGRAM EXPECTED`: whether a probe of this PowerShell finds the module, or that obstacle. */
import { resolve } from 'node:path'
import process from 'node:process'
import { probeModule } from '../../src/core/session/probe-module.ts'

const [program, expected] = process.argv.slice(2)
const script = resolve(import.meta.dirname, '../../resources/powershell/bridge.ps1')
const probe = await probeModule({ script, program, chatter: (line) => console.error(line) })
console.log(JSON.stringify(probe))
const found = probe.kind === 'found' ? probe.kind : probe.obstacle.code
if (found !== expected) {
  console.error(`Expected ${expected}, found ${found}.`)
  process.exitCode = 1
}

import { join } from 'node:path'
import type { TokenStore } from '../../core/auth/token-cache.ts'
import { text } from '../../shared/text/index.ts'
import { type Helper, refusedBy } from './helper-program.ts'
import type { KeySafe } from './key-safe.ts'

/**
 * The Data Protection API of Windows, through the PowerShell that comes with it. It keeps nothing itself: the
 * key lies in a file, and only this person on this computer can open it (Microsoft, "ProtectedData Class",
 * DataProtectionScope.CurrentUser).
 */
export function dataProtection(
  run: Helper,
  file: TokenStore,
  environment: NodeJS.ProcessEnv = process.env,
): KeySafe {
  // Not by PATH, on which anything may call itself powershell.
  const program = join(
    environment['SystemRoot'] ?? 'C:\\Windows',
    ...['System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe'],
  )
  async function convert(method: 'Protect' | 'Unprotect', input: string): Promise<string> {
    const answer = await run(program, [...quietly, '-Command', script(method)], input)
    const made = answer.out.trim()
    if (answer.code !== 0 || !/^[A-Za-z0-9+/]+=*$/.test(made)) throw refusedBy(program, answer)
    return made
  }
  return {
    name: text.cli.signIn.keyrings.dataProtection,
    async load() {
      const kept = await file.read()
      if (!kept) return undefined
      const opened = await convert('Unprotect', Buffer.from(kept).toString('base64'))
      return Buffer.from(opened, 'base64').toString('utf8')
    },
    async save(key) {
      const closed = await convert('Protect', Buffer.from(key, 'utf8').toString('base64'))
      await file.write(Buffer.from(closed, 'base64'))
    },
    forget: () => file.remove(),
  }
}

const quietly = ['-NoLogo', '-NoProfile', '-NonInteractive']

/** Base64 in by stdin, base64 out by stdout. The script itself is the same for everybody and no secret. */
const script = (method: 'Protect' | 'Unprotect'): string =>
  [
    `$ErrorActionPreference = 'Stop'`,
    `Add-Type -AssemblyName System.Security`,
    `$bytes = [Convert]::FromBase64String([Console]::In.ReadToEnd().Trim())`,
    `$made = [Security.Cryptography.ProtectedData]::${method}($bytes, $null, 'CurrentUser')`,
    `[Console]::Out.Write([Convert]::ToBase64String($made))`,
  ].join('; ')

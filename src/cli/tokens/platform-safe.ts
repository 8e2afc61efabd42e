import { join } from 'node:path'
import process from 'node:process'
import { tokenFile } from '../../core/auth/token-file.ts'
import { dataProtection } from './data-protection.ts'
import type { Helper } from './helper-program.ts'
import type { KeySafe } from './key-safe.ts'
import { keychain } from './keychain.ts'
import { secretService } from './secret-service.ts'

/** The keyring of the platform that a plain Node program can reach without native modules. */
export function platformSafe(
  run: Helper,
  dataDirectory: string,
  platform: NodeJS.Platform = process.platform,
): KeySafe {
  switch (platform) {
    case 'win32':
      return dataProtection(run, tokenFile(join(dataDirectory, 'cli-key')))
    case 'darwin':
      return keychain(run)
    default:
      return secretService(run)
  }
}

import { verifySignature } from 'electron-updater/out/windowsExecutableCodeSignatureVerifier.js'

/** Answers why a file cannot be trusted to be of one of the publishers, null when it can. */
export type VerifySignature = (publishers: string[], file: string) => Promise<string | null>

/**
 * electron-updater's own check, but one that could not be made does not count as passed: where PowerShell cannot
 * be run, the library says so in a warning and lets the file pass (windowsExecutableCodeSignatureVerifier.ts).
 */
export const verifyStrictly: VerifySignature = async (publishers, file) => {
  let ignored: string | undefined
  const distrust = await verifySignature(publishers, file, {
    info: () => undefined,
    error: () => undefined,
    warn: (message: unknown) => {
      if (/ignoring signature/i.test(String(message))) ignored = String(message)
    },
  })
  return distrust ?? ignored ?? null
}

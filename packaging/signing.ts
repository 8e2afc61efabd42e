/** A certificate profile of Azure Artifact Signing (formerly Trusted Signing). Nothing of it is secret. */
export type Signing = {
  readonly endpoint: string
  readonly codeSigningAccountName: string
  readonly certificateProfileName: string
  /** The subject's common name in the certificate: updates of another publisher are refused. */
  readonly publisherName: string
}

const variables = {
  endpoint: 'AZURE_SIGNING_ENDPOINT',
  codeSigningAccountName: 'AZURE_SIGNING_ACCOUNT',
  certificateProfileName: 'AZURE_SIGNING_PROFILE',
  publisherName: 'AZURE_SIGNING_PUBLISHER',
} as const satisfies Record<keyof Signing, string>

/**
 * What to sign with, from the environment only; undefined where nothing of it is set. Throws when a part is missing:
 * a release must not turn unsigned by a slip of the pen. The secrets (AZURE_TENANT_ID, AZURE_CLIENT_ID,
 * AZURE_CLIENT_SECRET) are read by Microsoft's signing client alone, in `sign-files.ts`.
 */
export function readSigning(environment: NodeJS.ProcessEnv): Signing | undefined {
  const read = (field: keyof Signing): string => environment[variables[field]] ?? ''
  const missing = Object.values(variables).filter((name) => !environment[name])
  if (missing.length === Object.keys(variables).length) return undefined
  if (missing.length > 0)
    throw new Error(`To sign, set ${missing.join(', ')} too. To build unsigned, set none.`)
  return {
    endpoint: read('endpoint'),
    codeSigningAccountName: read('codeSigningAccountName'),
    certificateProfileName: read('certificateProfileName'),
    publisherName: read('publisherName'),
  }
}

import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { readSigning, type Signing } from './signing.ts'
import { checkedFolder, type SigningTools } from './signing-tools.ts'

/**
 * Signs files for Windows, in place, by Azure Artifact Signing. Throws, and has signed nothing, where something to sign
 * with is missing or not what was pinned; throws where a file cannot be signed. The program that signs takes the
 * secrets from `environment`.
 */
export async function sign(job: {
  readonly files: readonly string[]
  readonly environment: NodeJS.ProcessEnv
  /** Where the tools lie. */
  readonly folder: string
  readonly tools: SigningTools
}): Promise<void> {
  const { files, environment, folder, tools } = job
  const signing = readSigning(environment)
  const missing = secrets.filter((name) => !environment[name])
  if (!signing) throw new Error('To sign, set the AZURE_SIGNING_… variables (packaging/README.md).')
  if (missing.length > 0) throw new Error(`To sign, set ${missing.join(', ')} too.`)
  if (files.length === 0) throw new Error('Name the files to sign.')

  const dlib = resolve(await checkedFolder(folder, tools.client), 'bin/x64/Azure.CodeSigning.Dlib.dll')
  const signtool = resolve(await checkedFolder(folder, tools.signtool), 'bin/10.0.26100.0/x64/signtool.exe')
  const scratch = await mkdtemp(join(tmpdir(), 'signing-'))
  try {
    const metadata = join(scratch, 'metadata.json')
    await writeFile(metadata, JSON.stringify(metadataOf(signing)))
    const args = ['sign', '/v', ...digests, '/dlib', dlib, '/dmdf', metadata, ...files]
    const { status, error } = spawnSync(signtool, args, { env: environment, stdio: 'inherit' })
    if (status !== 0)
      throw new Error(`signtool has not signed all files: ${error?.message ?? `it ended with ${status}`}.`)
  } finally {
    await rm(scratch, { recursive: true, force: true, maxRetries: 20 })
  }
}

const secrets = ['AZURE_TENANT_ID', 'AZURE_CLIENT_ID', 'AZURE_CLIENT_SECRET']

/** The certificates of the service live for days, so a time stamp is what keeps a signature valid. */
const digests = ['/fd', 'SHA256', '/tr', 'http://timestamp.acs.microsoft.com', '/td', 'SHA256']

/** Microsoft, "Set up signing integrations to use Artifact Signing": all ways to sign in but the environment are left out. */
const metadataOf = ({ endpoint, codeSigningAccountName, certificateProfileName }: Signing): object => ({
  Endpoint: endpoint,
  CodeSigningAccountName: codeSigningAccountName,
  CertificateProfileName: certificateProfileName,
  ExcludeCredentials: [
    'ManagedIdentityCredential',
    'WorkloadIdentityCredential',
    'SharedTokenCacheCredential',
    'VisualStudioCredential',
    'VisualStudioCodeCredential',
    'AzureCliCredential',
    'AzurePowerShellCredential',
    'AzureDeveloperCliCredential',
    'InteractiveBrowserCredential',
  ],
})

import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { generate } from 'selfsigned'

export type Certificate = { readonly key: string; readonly cert: string }

/** A certificate for this machine only; `valid` moves its dates away from now. */
export async function makeCertificate(valid?: { from: Date; until: Date }): Promise<Certificate> {
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
    ...(valid && { notBeforeDate: valid.from, notAfterDate: valid.until }),
  })
  return { key: made.private, cert: made.cert }
}

let trusted: Promise<Certificate> | undefined

/** The one certificate that this process trusts from now on, fetch included. */
export function trustedCertificate(): Promise<Certificate> {
  trusted ??= makeCertificate().then((certificate) => {
    setDefaultCACertificates([...getCACertificates('default'), certificate.cert])
    return certificate
  })
  return trusted
}

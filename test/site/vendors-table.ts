import register from 'oui-data' with { type: 'json' }
import { type Vendor, vendors } from '../../src/shared/site/vendors.ts'

/** Whom the IEEE's register names (the package oui-data), for each maker. A block of others of a like name is none of theirs. */
const registered: Readonly<Record<Vendor, readonly string[]>> = {
  cisco: ['Cisco Systems, Inc', 'Cisco Systems Inc', 'Cisco-Linksys, LLC'],
  poly: ['Polycom', 'Poly', 'Obihai Technology, Inc.', 'PLANTRONICS, INC.'],
  yealink: ['XIAMEN YEALINK NETWORK TECHNOLOGY CO.,LTD', 'YEALINK(XIAMEN) NETWORK TECHNOLOGY CO.,LTD.'],
  audiocodes: ['AUDIO CODES LTD.', 'Audiocodes USA, Inc', 'Netrake an AudioCodes Company'],
  ale: ['ALE International', 'Alcatel-Lucent Enterprise'],
  spectralink: ['Spectralink, Inc', 'KIRK telecom A/S'],
  ascom: ['Ascom Tateco AB', 'Ascom Danmark A/S'],
  algo: ['Algo Communication Products Ltd'],
  gigaset: [
    'Gigaset Technologies GmbH',
    'Gigaset Communications GmbH',
    'Gigaset Digital Technology (Shenzhen) Co., Ltd.',
  ],
  snom: ['snom technology GmbH'],
  grandstream: ['Grandstream Networks, Inc.', 'Grandstream Networks Inc'],
  fanvil: ['Fanvil Technology Co., Ltd.'],
  mitel: ['Mitel Corporation', 'MITEL CORPORATION', 'Mitel Networks Corporation'],
}

/** The file src/shared/site/vendors-table.ts as the register has it. */
export function vendorsTable(): string {
  const names = new Map(
    vendors.flatMap((vendor) => registered[vendor].map((name) => [name, vendor] as const)),
  )
  const unseen = new Set(names.keys())
  const prefixes = new Map<Vendor, string[]>(vendors.map((vendor) => [vendor, []]))
  for (const [prefix, owner] of Object.entries(register)) {
    const name = owner.split('\n')[0] ?? ''
    const vendor = names.get(name)
    if (vendor === undefined) continue
    unseen.delete(name)
    // A smaller block has seven or nine digits. None of these makers has one, and vendor-of.ts looks at six.
    if (prefix.length !== 6) throw new Error(`${prefix} of ${vendor} is no block of six digits`)
    prefixes.get(vendor)?.push(prefix)
  }
  if (unseen.size > 0) throw new Error(`The register names nobody as ${[...unseen].join(', ')}`)
  const lines = [...prefixes].map(([vendor, own]) => `  ${vendor}: '${own.sort().join(' ')}',`)
  return `${head}\n${lines.join('\n')}\n}\n`
}

const head = `// Written by \`npm run vendors\` from the IEEE's register (npm's oui-data). Not to be edited.

import type { Vendor } from './vendors.ts'

// biome-ignore format: one line a maker
export const prefixTable: Readonly<Record<Vendor, string>> = {`

/** The provisioning regions of SIP Gateway (Microsoft, "Configure SIP Gateway"). */
export const regions = ['NOAM', 'EMEA', 'APAC'] as const

export type Region = (typeof regions)[number]

/**
 * The region of exactly this name. It answers with its own text: each cell of a long list has one of its own, which would
 * stay in memory.
 */
export function regionNamed(text: string): Region | undefined {
  switch (text) {
    case 'NOAM':
      return 'NOAM'
    case 'EMEA':
      return 'EMEA'
    case 'APAC':
      return 'APAC'
    default:
      return undefined
  }
}

/** Reads a region without regard to case and surrounding blanks. */
export const parseRegion = (text: string): Region | undefined => regionNamed(text.trim().toUpperCase())

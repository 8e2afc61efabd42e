/** The provisioning regions of SIP Gateway (Microsoft, "Configure SIP Gateway"). */
export const regions = ['NOAM', 'EMEA', 'APAC'] as const

export type Region = (typeof regions)[number]

export const isRegion = (text: string): text is Region =>
  text === 'NOAM' || text === 'EMEA' || text === 'APAC'

/** Reads a region without regard to case and surrounding blanks. */
export function parseRegion(text: string): Region | undefined {
  const name = text.trim().toUpperCase()
  return regions.find((region) => region === name)
}

/** Where a 401 shows. */
export const surfaces = ['client', 'phone', 'pstn', 'call-leg'] as const
export type Surface = (typeof surfaces)[number]

/** What else a phone does that it should not (Microsoft, "Common issues when you use SIP devices"). */
export const troubles = [
  'not-onboarding',
  'web-sign-in',
  'no-update',
  'not-listed',
  'wrong-state',
  'no-remote-sign-in',
  'signs-out',
  'time-language',
  'no-register',
  'gone',
  'forwarding',
] as const
type Trouble = (typeof troubles)[number]

export type Symptom = Surface | Trouble

export const isSurface = (symptom: Symptom): symptom is Surface => surfaces.some((one) => one === symptom)

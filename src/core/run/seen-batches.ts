/**
 * Batches of the service's history that a run has already looked at. A batch keeps its phones, so the run asks for none
 * twice. IDs are in lower case.
 */
export type SeenBatches = {
  readonly phonesOf: Map<string, ReadonlySet<string>>
  /** For batches whose phones the service doesn't tell: how often the run has looked. */
  readonly unread: Map<string, number>
  /** The batches of other runs on this disk, as they were when they were last asked for. */
  elsewhere?: ReadonlySet<string>
  /** The history could not be read for one batch, so the next one doesn't try as long. */
  hasGivenUp?: boolean
}

export const nothingSeen = (): SeenBatches => ({ phonesOf: new Map(), unread: new Map() })

/**
 * What was seen of the batches that the service remembers, for all batches of a run. A batch keeps its phones, so none is
 * asked for twice. IDs are in lower case.
 */
export type SeenBatches = {
  readonly phonesOf: Map<string, ReadonlySet<string>>
  /** How often those were looked at of which the service tells no phones. */
  readonly unread: Map<string, number>
  /** The batches of other runs on this disk, as they were when they were last asked for. */
  elsewhere?: ReadonlySet<string>
  /** The history could not be read for one batch: the next one does not try as long. */
  hasGivenUp?: boolean
}

export const nothingSeen = (): SeenBatches => ({ phonesOf: new Map(), unread: new Map() })

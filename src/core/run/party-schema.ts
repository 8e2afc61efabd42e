import { z } from 'zod'

/** Of whom a run is, as journals and summaries hold it. */
export const tenant = z.object({
  id: z.string(),
  name: z.string(),
  domain: z.string().exactOptional(),
  simulated: z.boolean(),
  simulator: z.string().exactOptional(),
})

export const operator = z.object({ username: z.string(), objectId: z.string().exactOptional() })

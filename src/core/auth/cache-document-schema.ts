import { z } from 'zod'

/** What `writeDocument` writes, in this format. */
export const cacheDocument = (format: string) =>
  z.object({
    format: z.literal(format),
    entries: z.array(
      z.object({
        clientId: z.string(),
        authorityHost: z.string(),
        account: z.object({
          id: z.string(),
          username: z.string(),
          name: z.string().exactOptional(),
          tenantId: z.string(),
          objectId: z.string().exactOptional(),
        }),
        // Torn content would make MSAL throw in the middle of a sign-in.
        content: z.string().refine((content) => isObject(content)),
      }),
    ),
  })

function isObject(json: string): boolean {
  try {
    return typeof JSON.parse(json) === 'object'
  } catch {
    return false
  }
}

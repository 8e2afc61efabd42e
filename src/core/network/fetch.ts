/** Node's fetch, or Electron's net.fetch. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

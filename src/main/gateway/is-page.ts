import type { Answer } from './call.ts'

/** Whether an answer is a web page. The admin API is asked for JSON: a page comes from somebody on the way. */
export const isPage = ({ headers, body }: Pick<Answer, 'headers' | 'body'>): boolean =>
  /^\s*</.test(body.text) || headers.get('content-type')?.includes('text/html') === true

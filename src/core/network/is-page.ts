/** Whether an answer is a web page. What this app asks for is JSON: a page comes from somebody on the way. */
export const isPage = (headers: Headers, text: string): boolean =>
  /^\s*</.test(text) || headers.get('content-type')?.includes('text/html') === true

/** Whether the text is a GUID as Microsoft Entra writes IDs, in either case, and not the one of zeros only. */
export function isGuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) && !/^[0-]+$/.test(text)
}

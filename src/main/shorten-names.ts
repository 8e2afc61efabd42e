/** The text with every username shortened to its first letter: `r…@contoso.com`. */
export const shortenNames = (text: string): string =>
  text.replace(/([\p{L}\p{N}])[\p{L}\p{N}._!#^~'-]*@(?=[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)/gu, '$1…@')

/** The text with every username shortened to its first letter: `r…@contoso.com`. */
export const shortenNames = (text: string): string =>
  text.replace(
    // Looks for a name only where one can begin, not within it again: no text makes it slow.
    /(?<![\p{L}\p{N}._!#^~'-])([._!#^~'-]*[\p{L}\p{N}])[\p{L}\p{N}._!#^~'-]*@(?=[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)/gu,
    '$1…@',
  )

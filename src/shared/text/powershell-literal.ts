/**
 * A literal string of PowerShell. The value may come from a file or the service, so quotes are doubled (PowerShell
 * takes typographic ones for quotes too), and control and invisible characters are dropped: direction marks can make
 * a line look like another one.
 */
export function powerShellLiteral(value: string): string {
  return `'${value.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '').replaceAll(/['\u2018\u2019\u201A\u201B]/g, '$&$&')}'`
}

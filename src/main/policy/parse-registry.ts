/**
 * Reads the values that `reg query KEY` prints, by name: a line each with name, type and data, separated by spaces. The
 * other lines are in the system's language and never begin with a space. Of two values with one name, the first counts;
 * a value without a name is skipped.
 */
export function parseRegistry(output: string, env: NodeJS.ProcessEnv): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  for (const line of output.split(/\r\n|\r|\n/)) {
    if (!/^[ \t]/.test(line) || line.length > longestLine) continue
    const found = typeWithin.exec(line)
    if (!found) continue
    const name = line.slice(0, found.index).trim()
    const data = line.slice(found.index + found[0].length).trim()
    if (name === '' || unnamed.test(name) || values.has(name)) continue
    values.set(name, readData(found[1] ?? '', data, env))
  }
  return values
}

// No policy is this long, so a longer line is not worth the time.
const longestLine = 2000

// A name may have blanks in it. Windows of old put tabs between the three.
const typeWithin = /(?: {2}|\t)(REG_[A-Z_]+)(?![^ \t])/

/** `(Default)`, `(Standard)`, `(par défaut)`, `<NO NAME>`. */
const unnamed = /^[(<]/

function readData(type: string, data: string, env: NodeJS.ProcessEnv): string {
  switch (type) {
    case 'REG_DWORD':
    case 'REG_QWORD':
      return /^0x[0-9a-f]+$/i.test(data) ? BigInt(data).toString() : data
    case 'REG_EXPAND_SZ':
      return data.replace(/%([^%]+)%/g, (whole, name: string) => variable(env, name) ?? whole)
    default:
      return data
  }
}

/** Names of environment variables have no case on Windows. */
function variable(env: NodeJS.ProcessEnv, name: string): string | undefined {
  return Object.entries(env).find(([one]) => one.toLowerCase() === name.toLowerCase())?.[1]
}

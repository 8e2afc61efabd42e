import { writeFile } from 'node:fs/promises'
import { hardwareIdOf } from './run-samples.ts'

/** Writes a list of so many good phones, whose numbers begin at `first`; answers its path. */
export async function bigList(file: string, phones: number, first = 0): Promise<string> {
  const rows = Array.from(
    { length: phones },
    (_, index) => `phone${first + index}@contoso.com,${hardwareIdOf(first + index)}`,
  )
  await writeFile(file, ['Username,HardwareID', ...rows, ''].join('\n'))
  return file
}

import { writeFile } from 'node:fs/promises'
import { hardwareIdOf } from './run-samples.ts'

/** Writes a list of so many good phones; answers its path. */
export async function bigList(file: string, phones: number): Promise<string> {
  const rows = Array.from(
    { length: phones },
    (_, index) => `phone${index}@contoso.com,${hardwareIdOf(index)}`,
  )
  await writeFile(file, ['Username,HardwareID', ...rows, ''].join('\n'))
  return file
}

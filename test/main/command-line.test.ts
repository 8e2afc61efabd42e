import { expect, test } from 'vitest'
import { readCommandLine } from '../../src/main/command-line.ts'

test('an app started without arguments is asked for nothing', () => {
  expect(readCommandLine(['electron', '.'])).toEqual({
    simulatedTenant: false,
    list: undefined,
    speed: undefined,
  })
})

test('all that can be asked for is read, among switches that are not the app own', () => {
  const args = [
    'electron',
    '.',
    '--user-data-dir=/d',
    '--simulated-tenant',
    '--list=a b=c.csv',
    '--speed=2.5',
  ]

  expect(readCommandLine(args)).toEqual({ simulatedTenant: true, list: 'a b=c.csv', speed: 2.5 })
})

test.each(['--speed=', '--speed=fast', '--speed=0', '--speed=-1', '--list='])(
  '%s counts as absent',
  (arg) => {
    expect(readCommandLine([arg])).toEqual(readCommandLine([]))
  },
)

test('the last of several values counts', () => {
  expect(readCommandLine(['--list=a.csv', '--list=b.csv']).list).toBe('b.csv')
})

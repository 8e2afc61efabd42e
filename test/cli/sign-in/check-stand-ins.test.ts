import { expect, test } from 'vitest'
import { checkStandIns } from '../../../src/cli/sign-in/check-stand-ins.ts'

const [api, authority] = ['http://127.0.0.1:9', 'https://localhost:9']

test('stand-ins of the sign-in and of the service go together, on this machine', () => {
  expect(() => checkStandIns({ api, authority })).not.toThrow()
  expect(() => checkStandIns({ api: 'http://localhost:9', authority: 'https://127.0.0.1:9' })).not.toThrow()
  expect(() => checkStandIns({})).not.toThrow()
})

test.each([
  ['one of the sign-in alone', { authority }, 'only with --api'],
  [
    'one of the service alone: a Microsoft token would get there',
    { api },
    "only ever used with Microsoft's service",
  ],
  ['a sign-in elsewhere', { api, authority: 'https://login.example' }, 'on this computer'],
  [
    'a sign-in elsewhere that looks like here',
    { api, authority: 'https://localhost.example' },
    'on this computer',
  ],
  ['a sign-in with a path', { api, authority: 'https://localhost:9/common' }, 'on this computer'],
  ['a sign-in without TLS', { api, authority: 'http://localhost:9' }, 'on this computer'],
  ['a service elsewhere', { api: 'http://api.example', authority }, 'on this computer'],
  [
    'the service itself',
    { api: 'https://api.interfaces.records.teams.microsoft.com', authority },
    'on this computer',
  ],
])('refused is %s', (_, options, words) => {
  expect(() => checkStandIns(options)).toThrow(words)
})

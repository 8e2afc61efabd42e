import { expect, test } from 'vitest'
import { sheetOf } from '../../support/sheets.ts'

const headingsKept = (heading: string): readonly string[] | undefined =>
  sheetOf(`Username,HardwareId,${heading}\nlobby@contoso.com,00-04-F2-81-24-B3,7351`).others?.headings

test.each([
  'Password',
  'AuthPassword',
  'Kennwort',
  'Wachtwoord',
  'Contraseña',
  'Senha',
  'Admin Pwd',
  'SIP PW',
])('a column %s is not kept: the others are written to disk with a run', (heading) => {
  expect(headingsKept(heading)).toBeUndefined()
})

test.each(['PIN', 'voicemail_pin', 'VMPIN', 'PIN-Code', 'Passcode', 'パスワード'])('nor is %s', (heading) => {
  expect(headingsKept(heading)).toBeUndefined()
})

test.each(['Shipping', 'Pinboard', 'Opinion', 'Power', 'Room'])('a column %s is', (heading) => {
  expect(headingsKept(heading)).toEqual([heading])
})

import { describe, expect, test } from 'vitest'
import { kindOf } from '../../../src/shared/phones/column-content.ts'
import { headingKey, knownNames, readHeading, speaksOfOthers } from '../../../src/shared/phones/heading.ts'

describe('a heading is read', () => {
  test.each([
    ['Username', 'username'],
    ['user_NAME', 'username'],
    ['userPrincipalName', 'username'],
    ['User name [userPrincipalName] Required', 'username'],
    ['Benutzer­name', 'username'],
    ['Nom d’utilisateur', 'username'],
    ['ユーザープリンシパル名', 'username'],
    ['ﾕｰｻﾞｰ名', 'username'],
    ['MAC-Adresse', 'hardwareId'],
    ['Dirección MAC', 'hardwareId'],
    ['Direccio\u0301n MAC', 'hardwareId'],
    ['Endereço MAC', 'hardwareId'],
    ['Gerät', 'hardwareId'],
    ['ＭＡＣアドレス', 'hardwareId'],
    ['電話機のMACアドレス', 'hardwareId'],
    ['Cuenta de Teams', 'username'],
    ['Compte Teams', 'username'],
    ['Teamsアカウント', 'username'],
    ['Nome utente', 'username'],
    ['Account utente', 'username'],
    ['Indirizzo MAC', 'hardwareId'],
    ['Gebruikersnaam', 'username'],
    ['MAC-adres', 'hardwareId'],
    ['Conta de utilizador', 'username'],
    ['サインインID', 'username'],
    ['ポート番号', 'port'],
    ['Regio', 'region'],
    ['リージョン', 'region'],
    ['Notes', undefined],
  ])('%s: %s', (cell, role) => {
    expect(readHeading(cell)?.role).toBe(role)
  })
})

test('of two marks that tell letters of one script apart none is lost', () => {
  expect(headingKey('ポート')).not.toBe(headingKey('ホート'))
})

test.each([
  ['contactMail', true],
  ['Wi-Fi MAC', true],
  ['SIP Gateway', false],
  ['Gateway', true],
  ['E-Mail des Ansprechpartner', true],
  ['担当者', true],
  ['旧MACアドレス', true],
  ['Last user', true],
  ['Created by', true],
  ['Vecchio indirizzo MAC', true],
  ['Technician e-mail', true],
  ['Spare MAC', true],
  ['Zuständiger Techniker', true],
  ['Neighbor MAC', true],
  ['MAC de l’imprimante', true],
  ['PC MAC', true],
  ['Email', false],
])('%s speaks of somebody or something else: %s', (cell, speaks) => {
  expect(speaksOfOthers(cell)).toBe(speaks)
})

test('each known name is written as headings are compared, and looks like no account and no device', () => {
  for (const name of knownNames.keys()) {
    expect(headingKey(name)).toBe(name)
    expect(['other', 'region'], name).toContain(kindOf(name))
  }
})

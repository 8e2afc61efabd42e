import { describe, expect, test } from 'vitest'
import { readPages } from '../../../src/core/auth/pages.ts'

const pages = await readPages('resources/sign-in')

describe.each(Object.entries(pages))('the %s page', (_, html) => {
  test('is one document that says its encoding: MSAL sends it without a content type', () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/)
    expect(html).toContain('<meta charset="utf-8">')
  })

  test('runs no script and fetches nothing', () => {
    expect(html).not.toMatch(/<script|<link|<img|<iframe|\bsrc=|\bhref=|\burl\(|@import|\bon\w+=|https?:/i)
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
  })

  test('follows the light or dark of the system, and leads back to the app', () => {
    expect(html).toContain('@media (prefers-color-scheme: dark)')
    expect(html).toMatch(/Close this page and go back to <strong>SIP Gateway Bulk Sign-in<\/strong>/)
  })
})

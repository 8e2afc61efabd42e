import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { type AadstsError, errorBody } from './aadsts-error.ts'
import type { Asked } from './step.ts'

/** A reply that a test has the authority give instead of its own. */
export type Reply =
  | { readonly aadsts: AadstsError }
  /** A page, of the authority itself or of something on the way. */
  | { readonly html: string; readonly status?: number; readonly location?: string }
  | { readonly json: unknown; readonly status?: number }
  /** The answer breaks off in the middle. */
  | { readonly cut: true }
  /** No answer ever. */
  | { readonly silent: true }

export function giveReply(response: ServerResponse, reply: Reply, asked: Asked): void {
  if ('cut' in reply) cutOff(response)
  if ('json' in reply) sendJson(response, reply.status ?? 200, reply.json)
  if ('html' in reply) {
    const headers: Record<string, string> = reply.location ? { Location: reply.location } : {}
    sendPage(response, reply.status ?? 200, reply.html, headers)
  }
  if ('aadsts' in reply && asked.step === 'authorize') returnRefused(response, reply.aadsts, asked.fields)
  else if ('aadsts' in reply) refuse(response, reply.aadsts, asked.fields)
}

/** Through the browser only the words travel, no numbers or IDs of their own. */
function returnRefused(response: ServerResponse, refused: AadstsError, fields: URLSearchParams): void {
  const { error, error_description } = bodyOf(refused, fields)
  const state = fields.get('state') ?? ''
  sendForm(response, fields.get('redirect_uri') ?? '', { error, error_description, state })
}

export const refuse = (response: ServerResponse, error: AadstsError, fields: URLSearchParams): void =>
  sendJson(response, error.status ?? 400, bodyOf(error, fields))

const bodyOf = (error: AadstsError, fields: URLSearchParams): ReturnType<typeof errorBody> =>
  errorBody(error, fields.get('client-request-id') ?? randomUUID(), Date.now())

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(body))
}

export function sendPage(
  response: ServerResponse,
  status: number,
  html: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', ...headers })
  response.end(`<!doctype html>${html}`)
}

/** The page with which Entra returns to the app: a form that posts itself (OAuth 2.0 Form Post Response Mode). */
export function sendForm(response: ServerResponse, action: string, fields: Record<string, string>): void {
  const inputs = Object.entries(fields).map(
    ([name, value]) => `<input type="hidden" name="${name}" value="${escaped(value)}">`,
  )
  const script = '<script>document.forms[0].submit()</script>'
  sendPage(
    response,
    200,
    `<form method="post" action="${escaped(action)}">${inputs.join('')}</form>${script}`,
  )
}

function cutOff(response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '1000' })
  response.write('{"token_type":"Bea', () => response.destroy())
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)

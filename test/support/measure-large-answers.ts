import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import process from 'node:process'
import { text } from 'node:stream/consumers'
import { route } from './admin-api.ts'
import { honestSummaries, largeAnswers } from './large-answers.ts'
import { closeServer, listenOnLoopback } from './loopback.ts'

/** A call of a client: its CPU time in ms, and how much memory the process has had at most by then, in bytes. */
export type Measured = { readonly what: string; readonly cpu: number; readonly most: number }

const MB = 1024 * 1024

/**
 * Has the real clients read answers that were made to be large, in a process of their own whose heap has 600 MB: those
 * that are as large as they may be, and every third larger than any may be. The first that is measured is an honest one.
 * Each shape is read by every so manyth kind of call. Rejects with what the process says where it fails.
 */
export async function measureLargeAnswers(every = 1): Promise<readonly Measured[]> {
  const server = createServer(answering())
  const port = await listenOnLoopback(server)
  const program = join(import.meta.dirname, 'large-answers-process.ts')
  const args = ['--max-old-space-size=600', program, `http://127.0.0.1:${port}`, `${every}`]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  try {
    const ended = once(child, 'close')
    const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr)])
    const [code] = await ended
    if (code !== 0) throw new Error(`Ended with ${code}: ${errors}`)
    return out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  } finally {
    child.kill()
    await closeServer(server)
  }
}

function answering(): (request: IncomingMessage, response: ServerResponse) => void {
  const summaries = honestSummaries()
  let asked = 0
  return (request, response) => {
    const [, name = '', ...path] = decodeURIComponent(request.url ?? '').split('/')
    request.resume()
    response.setHeader('Content-Type', 'application/json')
    const call = path.at(-1) ?? ''
    if (name === 'honest') {
      response.end(call === 'serviceDiscovery' ? JSON.stringify(route) : summaries)
      return
    }
    const isRefusal = name.endsWith('!')
    const size = asked++ % 3 === 2 ? 10 * MB : largestOf(call, isRefusal) - 1000
    response.writeHead(isRefusal ? 400 : 200).end(largeAnswers[name.replace('!', '')]?.(size))
  }
}

/** In bytes; see limitsOf. */
function largestOf(call: string, isRefusal: boolean): number {
  if (isRefusal) return 64 * 1024
  if (call === 'batchsummaries') return 8 * MB
  if (call === 'token') return MB
  return call.startsWith('batchstatus') || call === 'tenants' ? 4 * MB : 256 * 1024
}

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import Papa from 'papaparse'
import { gatewayPath, tenantsPath } from '../../src/core/gateway/paths.ts'
import type { Fetch } from '../../src/core/network/fetch.ts'
import type { Asked } from '../../src/core/powershell/bridge.ts'
import type { BridgeRequest, Fault } from '../../src/core/powershell/messages.ts'
import type { LoadedModule } from '../../src/core/powershell/module.ts'
import { inProcessAddress } from './in-process-service.ts'

/**
 * Microsoft's module in virtual time: its cmdlets over this wire, their errors as the bridge names them. `isPoor`: errors
 * have no status, header or body, as those of some cmdlets. `dies`: what becomes of the process beside what was asked.
 */
export function inProcessModule(options: {
  readonly fetch: Fetch
  /** A folder of its own. */
  readonly folder: string
  readonly isPoor: boolean
  readonly dies: () => 'late' | 'ended' | undefined
}): LoadedModule {
  const { fetch, folder, isPoor, dies } = options
  let token = ''
  let isOver = false

  async function call(path: string, query = '', body?: string): Promise<Asked> {
    const headers = {
      Authorization: `Bearer ${token}`,
      'X-MS-Target-Uri': 'https://admin.simulated.example/',
    }
    const init = { method: body === undefined ? 'GET' : 'POST', headers, ...(body !== undefined && { body }) }
    const answer = await fetch(`${inProcessAddress}${path}${query}`, init).then(
      async (response) => ({ response, text: await response.text() }),
      () => undefined,
    )
    const why = dies()
    if (why) {
      isOver = true
      return { kind: 'unanswered', why, written: true }
    }
    if (!answer) return wrong({ causes: ['HttpRequestException', 'SocketException'] })
    const { status, statusText } = answer.response
    if (status >= 400)
      return wrong({
        ...{
          id: `${names[status] ?? status},Microsoft.Teams.ConfigAPI.Cmdlets.Generated.Cmdlets.Any_Get`,
          message: messageIn(answer.text),
          causes: [],
        },
        ...(!isPoor && {
          status,
          body: answer.text,
          retryAfter: answer.response.headers.get('Retry-After') ?? '',
        }),
        reason: statusText,
      })
    try {
      const value: unknown = JSON.parse(answer.text)
      return { kind: 'answered', answer: { id: 1, ok: true, value: [value].flat(), warning: '' } }
    } catch {
      return wrong({ causes: ['JsonException'], message: 'Unexpected end of data.' })
    }
  }

  async function ask(request: BridgeRequest): Promise<Asked> {
    if (isOver) return { kind: 'unanswered', why: 'ended', written: false }
    switch (request.op) {
      case 'connect': {
        token = 'tokens' in request ? request.tokens[1] : ''
        const told = await call(tenantsPath)
        if (told.kind !== 'answered' || !told.answer.ok) return told
        const [tenant] = told.answer.value as [{ readonly tenantId?: string } | undefined]
        const value = { tenantId: tenant?.tenantId ?? '', account: 'operator@contoso.com' }
        return { kind: 'answered', answer: { ...told.answer, value } }
      }
      case 'create': {
        const { data } = Papa.parse<Record<string, string>>(
          await readFile(join(folder, request.file), 'utf8'),
          {
            header: true,
            skipEmptyLines: true,
          },
        )
        const items = data.map((row) => ({ userName: row['Username'], hardwareId: row['HardwareId'] }))
        return call(`${gatewayPath}/createbatch`, `?TargetRegion=${request.region}`, JSON.stringify(items))
      }
      case 'status':
        return call(`${gatewayPath}/batchstatus`, `?batchid=${encodeURIComponent(request.batchId)}`)
      case 'summaries':
        return call(`${gatewayPath}/batchsummaries`)
      case 'tenant':
        return call(tenantsPath)
      default:
        throw new Error(`Nobody asks this module for ${request.op}`)
    }
  }

  const hello = {
    ...{ version: '7.6.9', edition: 'Core', modules: ['7.8.0'], policies: {} },
    logging: { module: false, scriptBlock: false, transcript: false },
  }
  return {
    bridge: { ask, hasEnded: () => isOver, end: async () => {} },
    host: { edition: 'core', program: '/usr/bin/pwsh' },
    ...{ hello, version: '7.8.0', simulated: false, folder },
    end: async () => {},
  }
}

const names: Readonly<Record<number, string>> = {
  ...{ 400: 'BadRequest', 401: 'Unauthorized', 403: 'Forbidden', 404: 'NotFound', 409: 'Conflict' },
  ...{ 429: 'TooManyRequests', 500: 'InternalServerError', 503: 'ServiceUnavailable' },
}

const wrong = (fault: Partial<Fault>): Asked => ({
  kind: 'answered',
  answer: {
    ...{ id: 1, ok: false },
    error: {
      ...{ id: '', reason: '', message: '', details: '', action: '', code: '', body: '' },
      ...{ retryAfter: '', correlationId: '', causes: [] },
      ...fault,
    },
  },
})

function messageIn(body: string): string {
  try {
    const { message } = JSON.parse(body)
    return typeof message === 'string' ? message : 'Response failed.'
  } catch {
    return 'Response failed.'
  }
}

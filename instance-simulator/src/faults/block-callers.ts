import type { RequestHandler, Response } from 'express'
import type { RecordStore } from '../contracts.ts'
import { isBlock } from './fault-kinds.ts'
import type { Faults } from './faults.ts'

interface BlockParts {
  readonly store: RecordStore
  readonly faults: Faults
}

const page = (title: string, text: string) =>
  `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${text}</h1></body></html>`

/** The load balancer of the platform, which names itself in every answer of an instance. */
const PLATFORM_SERVER = 'snow_adc'

/** The properties of adaptive authentication by which a blocked caller is answered. */
const POLICY = 'glide.authenticate.global.blocking_policy'

/** 403 with the text of the property, or 404 and nothing, as if there were no instance. */
function denyByPolicy({ store }: BlockParts, response: Response): void {
  response.setHeader('Server', PLATFORM_SERVER)
  if (store.property(`${POLICY}.error_code`) === '404') return void response.status(404).end()
  const text = store.property(`${POLICY}.error_message`) || 'Access to this instance is restricted.'
  response.status(403).type('html').send(page('Forbidden', text))
}

function denyByAddress(response: Response): void {
  response.setHeader('Server', PLATFORM_SERVER)
  response.status(403).type('html').send(page('HTTP Status 403', 'Forbidden'))
}

/** As Squid answers what its lists forbid. */
function denyByProxy(response: Response): void {
  response.setHeader('Via', '1.1 proxy.company.example (squid/6.13)')
  response.setHeader('X-Squid-Error', 'ERR_ACCESS_DENIED 0')
  response.status(403).type('html')
  response.send(page('ERROR: The requested URL could not be retrieved', 'Zugriff nicht erlaubt'))
}

/** Before sessions: whoever is blocked here uses no transaction and gets no cookie. */
export const blockCallers =
  (parts: BlockParts): RequestHandler =>
  (request, response, next) => {
    const [block] = parts.faults.strike(request.method, request.path, isBlock)
    if (!block) return next()
    if (block.kind === 'policyDenied') return denyByPolicy(parts, response)
    return block.kind === 'addressDenied' ? denyByAddress(response) : denyByProxy(response)
  }

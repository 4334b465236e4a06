import { setTimeout as sleep } from 'node:timers/promises'
import type { RequestHandler, Response } from 'express'
import { HTTP_FAULTS, isBlock, isHttpFault } from './fault-kinds.ts'
import type { ActiveFault, Faults } from './faults.ts'

const hibernationPage = `<!DOCTYPE html><html><head><title>Instance Hibernating page</title></head>
<body><h1>Your instance is hibernating</h1><p>Sign in to the developer site to wake it up.</p></body></html>`

const isInside = (kind: string) => isHttpFault(kind) && !isBlock(kind)

/** In front of everything but the control API, so that not even authentication gets a chance. */
export const httpFaults =
  (faults: Faults): RequestHandler =>
  async (request, response, next) => {
    for (const fault of faults.strike(request.method, request.path, isInside)) {
      if (fault.kind === 'latency') await sleep(fault.delayMs ?? 0)
      else if (fault.kind === 'connectionReset') return void request.socket.resetAndDestroy()
      else if (fault.kind === 'hibernation') return void response.type('html').send(hibernationPage)
      else return refuse(fault, response)
    }
    next()
  }

function refuse(fault: ActiveFault, response: Response): void {
  const { status, message, detail } = HTTP_FAULTS[fault.kind as keyof typeof HTTP_FAULTS]
  if (fault.retryAfterSeconds !== undefined) response.setHeader('Retry-After', String(fault.retryAfterSeconds))
  if (status === 401) response.setHeader('WWW-Authenticate', 'BASIC realm="Service-now"')
  response.status(status).json({ error: { message, detail }, status: 'failure' })
}

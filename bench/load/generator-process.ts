/** The load comes from a process of its own, so that it takes no processor time of what is measured nor of who measures. */
import { Agent, request } from 'node:http'

import type { Load, LoadAnswer, PreparedRequest } from './load.ts'
import { eachInFlight } from './in-flight.ts'

const agent = new Agent({ keepAlive: true })

function send({ url, method, headers, body }: PreparedRequest): Promise<string> {
  return new Promise((resolve, reject) => {
    const length = { 'content-length': String(Buffer.byteLength(body)) }
    const outgoing = request(url, { method, agent, headers: { ...headers, ...length } }, (answer) => {
      answer.resume().once('end', () => resolve(String(answer.statusCode)))
    })
    outgoing.once('error', reject)
    outgoing.end(body)
  })
}

async function carry({ requests, inFlight }: Load): Promise<LoadAnswer> {
  const cpuBefore = process.cpuUsage()
  const startedAt = performance.now()
  const outcomes = await eachInFlight(requests, inFlight, async (prepared) => {
    const sentAt = performance.now()
    return { status: await send(prepared), group: prepared.group, ms: performance.now() - sentAt }
  })
  const { user, system } = process.cpuUsage(cpuBefore)
  return { outcomes, wallMs: performance.now() - startedAt, cpuMs: (user + system) / 1000 }
}

process.on('message', (load: Load) => {
  void carry(load).then((carried) => process.send?.({ carried }))
})

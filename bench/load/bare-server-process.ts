/** What HTTP costs before Accord does anything: takes a body of 2 KB, answers a small object. `express` or `http`. */
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

import express from 'express'

import { answerUsage } from './answer-usage.ts'

const ANSWER = JSON.stringify({ result: 'x'.repeat(1500) })

const bare: RequestListener = (message, response) => {
  message.resume().once('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end(ANSWER))
}

function withExpress(): RequestListener {
  const app = express().disable('x-powered-by').disable('etag')
  app.post('/bare', express.raw({ type: () => true }), (_request, response) => {
    response.type('json').send(ANSWER)
  })
  return app
}

answerUsage()
const server = createServer(process.argv[2] === 'express' ? withExpress() : bare)
server.listen(0, '127.0.0.1', () => {
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/bare` })
})

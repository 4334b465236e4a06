/**
 * A worker in a process of its own, to be killed by the contract test. Each run of a job appends `key n` to a file
 * before the work fails, hangs or succeeds: the file is what really happened, in its order.
 */
import { appendFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'

import { pino } from 'pino'
import { z } from 'zod'

import { DONE } from '../../src/jobs/serial-queue-handler.ts'
import { startSerialQueueWorker } from '../../src/jobs/serial-queue-worker.ts'
import { openDatabase } from '../../src/store/engine/database.ts'

const Orders = z.object({
  location: z.object({ dataDir: z.string(), databaseUrl: z.string().optional() }),
  journal: z.string(),
  leaseMs: z.number(),
  failureRate: z.number(),
  jobMs: z.number(),
  wrongByMs: z.array(z.number()),
})
const Payload = z.object({ n: z.number() })

const orders = Orders.parse(JSON.parse(process.argv[2] ?? '{}'))
const { dataDir, databaseUrl } = orders.location
const JUMP_EVERY_MS = 200
const wrongBy = (): number => orders.wrongByMs[Math.floor(Date.now() / JUMP_EVERY_MS) % orders.wrongByMs.length] ?? 0
startSerialQueueWorker({
  database: await openDatabase({ dataDir, databaseUrl }),
  handlers: {
    contract: {
      backoff: { firstMs: 5, ceilingMs: 20, attempts: Infinity },
      run: async ({ key, payload }) => {
        appendFileSync(orders.journal, `${key} ${Payload.parse(payload).n}\n`)
        await delay(Math.random() * orders.jobMs)
        return Math.random() < orders.failureRate ? { done: false, error: 'chance' } : DONE
      },
    },
  },
  log: pino({ level: 'silent' }),
  now: () => new Date(Date.now() + wrongBy()),
  concurrency: 8,
  pollMs: 20,
  leaseMs: orders.leaseMs,
})
process.stdout.write('ready\n')

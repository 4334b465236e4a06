import { MessageChannel, Worker } from 'node:worker_threads'
import { expect, test } from '@jest/globals'
import { createHostChannel } from '../../src/engine/worker/host-channel.ts'

/** Plays the main thread whose notify of the answer before comes late: it wakes first and answers afterwards. */
const LATE_NOTIFY = `
  const { workerData: { port, flag } } = require('node:worker_threads')
  port.on('message', ({ operation }) => {
    setTimeout(() => Atomics.notify(flag, 0), 20)
    setTimeout(() => {
      port.postMessage('answer to ' + operation)
      Atomics.store(flag, 0, 1)
      Atomics.notify(flag, 0)
    }, 80)
  })`

test('a script that is woken too early goes on waiting, and each question gets its own answer', async () => {
  const { port1, port2 } = new MessageChannel()
  const flag = new Int32Array(new SharedArrayBuffer(4))
  const host = new Worker(LATE_NOTIFY, { eval: true, workerData: { port: port2, flag }, transferList: [port2] })
  try {
    const { call } = createHostChannel(port1, flag)
    expect(['first', 'second', 'third'].map((operation) => call(operation, '{}'))).toEqual([
      'answer to first',
      'answer to second',
      'answer to third',
    ])
  } finally {
    port1.close()
    await host.terminate()
  }
})

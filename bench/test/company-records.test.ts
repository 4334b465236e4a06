import type { ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { setImmediate as turn } from 'node:timers/promises'

import { expect, test } from '@jest/globals'

import { createCompanyRecords } from '../sync/company-records.ts'
import { createRemoteTracker } from '../sync/remote-tracker.ts'
import type { Answering, Noticed, TrackerAnswers } from '../sync/tracker-channel.ts'

/** The channel between a node and the bench, both ends in this process. */
function joined() {
  const records = createCompanyRecords('Acme')
  const child = Object.assign(new EventEmitter(), {
    connected: true,
    received: [] as unknown[],
    send: (message: unknown) => {
      child.received.push(message)
      listen(structuredClone(message))
    },
  })
  let listen: (message: unknown) => void = () => undefined
  records.serve(child as unknown as ChildProcess)
  const tracker = createRemoteTracker({
    send: (message) => void child.emit('message', structuredClone(message)),
    onMessage: (listener) => void (listen = listener),
  })
  const ask = async <Name extends keyof TrackerAnswers>(name: Name, ...of: Parameters<TrackerAnswers[Name]>) => {
    child.emit('message', { asking: 1000, name, of })
    await turn()
    const answers = child.received.filter((each) => (each as Answering).answering === 1000)
    return (answers.at(-1) as Answering).value as Awaited<ReturnType<TrackerAnswers[Name]>>
  }
  return { records, tracker, child, ask }
}

test('a notice comes again until it was taken, and a record that changed meanwhile is news', async () => {
  const { records, ask } = joined()
  const { id } = records.create({ short_description: 'one' })
  const pull = async (notices: readonly Noticed[]) => (await ask('pull', { notices, outcomes: [] })).notices
  const first = await pull([])
  expect(first).toEqual([{ table: 'incident', id, version: '1' }])
  expect(await pull([])).toEqual(first)
  records.change(id, { description: 'more' }, 'said')
  expect(await pull(first)).toEqual([{ table: 'incident', id, version: '3' }])
  await pull([{ table: 'incident', id, version: '3' }])
  expect(records.waiting()).toBe(0)
})

test('what is placed is noticed by nobody, and a backfill lists it page by page', async () => {
  const { records, ask } = joined()
  const ids = Array.from({ length: 5 }, () => records.place({}).id).toSorted()
  expect(records.waiting()).toBe(0)
  const listed: string[] = []
  for (let behind: string | undefined; listed.length < 5; behind = listed.at(-1)) {
    const page = await ask('list', { table: 'incident', query: '', behind, most: 2 })
    if (page.kind !== 'listed' || page.records.length === 0) throw new Error('The list ended early')
    listed.push(...page.records.map(({ id }) => id))
  }
  expect(listed).toEqual(ids)
})

test('a node reads and writes over the channel, learns what is refused, and is woken once until it pulls', async () => {
  const { records, tracker, child, ask } = joined()
  const { id } = records.create({ short_description: 'one' })
  records.change(id, { description: 'two' })
  expect(child.received).toEqual(['wake'])
  const [read] = await tracker.read([{ table: 'incident', id }])
  expect(read).toMatchObject({ kind: 'record', version: '2' })
  const written: string[] = []
  records.onWritten(({ id: each }) => void written.push(each))
  const plan = { fields: { description: { type: 'text', value: 'three' } as const }, entries: [], files: null }
  const whole = { ...plan, removesFiles: false, syncBack: false, unlink: false }
  const write = { id: 'plan', pair: 'pair', table: 'incident', recordId: id, onVersion: '2', plan: whole }
  expect(await tracker.apply([write])).toEqual([{ kind: 'waiting' }])
  expect(written).toEqual([id])
  const { outcomes } = await ask('pull', { notices: [], outcomes: [] })
  expect(outcomes).toMatchObject([{ planId: 'plan', recordId: id, written: { kind: 'written', version: '3' } }])
  expect((await ask('pull', { notices: [], outcomes })).outcomes).toEqual([])
  await expect(tracker.answer('display', 'no JSON')).rejects.toThrow('JSON')
})

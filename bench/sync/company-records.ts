import type { ChildProcess } from 'node:child_process'

import type { PlanOutcome } from '../../node-bridge/src/trackers/tracker.ts'
import { INCIDENT_TABLE } from '../../node-bridge/test/trackers/memory/company-tables.ts'
import type { MemoryRecord, Value } from '../../node-bridge/test/trackers/memory/memory-records.ts'
import { createMemoryTracker } from '../../node-bridge/test/trackers/memory/memory-tracker.ts'
import { type Answering, type Asking, type Noticed, type TrackerAnswers, WAKE } from './tracker-channel.ts'

export const TABLE = 'incident'
/** Of one pull, as an instance answers it. */
const PULLED = 200

/** The records of one company, whose nodes are processes. */
export interface CompanyRecords {
  create(values: Readonly<Record<string, Value>>): MemoryRecord
  /** One that was there before anybody watched: nobody is notified. */
  place(values: Readonly<Record<string, Value>>): MemoryRecord
  /** What a person does: values, and perhaps a comment beside them. */
  change(id: string, values: Readonly<Record<string, Value>>, comment?: string): void
  all(): readonly MemoryRecord[]
  /** Notices and outcomes that no node has taken yet. */
  waiting(): number
  /** Is called for each record that a plan has written. */
  onWritten(listen: (record: MemoryRecord) => void): void
  /** Answers this process from now on. */
  serve(child: ChildProcess): void
}

export function createCompanyRecords(name: string): CompanyRecords {
  // Its own watch is never used: a scan of all records each time would be the tracker's cost.
  const tracker = createMemoryTracker({ instanceUid: name, tables: { [TABLE]: INCIDENT_TABLE } })
  const noticed = new Map<string, Noticed>()
  const executed = new Map<string, PlanOutcome>()
  const children = new Set<ChildProcess>()
  let written: (record: MemoryRecord) => void = () => undefined
  let isWoken = false

  const wake = () => {
    if (isWoken) return
    isWoken = true
    for (const child of children) if (child.connected) child.send(WAKE)
  }
  const note = ({ id, version }: MemoryRecord) => {
    noticed.set(id, { table: TABLE, id, version: String(version) })
    wake()
  }
  const answers: TrackerAnswers = {
    read: (places) => tracker.read(places),
    apply: async (writes) => {
      const applied = await tracker.apply(writes)
      return applied.map((each, place) => {
        const { id: planId, recordId } = writes[place] ?? {}
        if (planId === undefined || recordId === undefined || each.kind === 'waiting') return each
        executed.set(planId, { planId, table: TABLE, recordId, written: each })
        const record = each.kind === 'written' ? tracker.records.find(TABLE, recordId) : undefined
        if (record) note(record)
        if (record) written(record)
        wake()
        // As an instance does, which writes by a job of its own.
        return { kind: 'waiting' }
      })
    },
    answer: (asked, request) => tracker.answer(asked, request),
    list: listedOnce(() => tracker.records.all()),
    check: (table, query, words) => tracker.check(table, query, words),
    pull: async (taken) => {
      for (const { id, version } of taken.notices) if (noticed.get(id)?.version === version) noticed.delete(id)
      for (const { planId } of taken.outcomes) executed.delete(planId)
      isWoken = noticed.size > PULLED || executed.size > PULLED
      return {
        outcomes: [...executed.values()].slice(0, PULLED),
        notices: [...noticed.values()].slice(0, PULLED),
      }
    },
    report: async () => undefined,
  }
  return {
    create: (values) => {
      const record = tracker.create(TABLE, values)
      note(record)
      return record
    },
    place: (values) => tracker.create(TABLE, values),
    change: (id, values, comment) => {
      const record = tracker.update(TABLE, id, values)
      note(comment === undefined ? record : tracker.comment(TABLE, id, comment))
    },
    all: () => tracker.records.all(),
    waiting: () => noticed.size + executed.size,
    onWritten: (listen) => void (written = listen),
    serve: (child) => {
      children.add(child)
      child.once('exit', () => children.delete(child))
      child.on('message', (message: unknown) => {
        if (typeof message === 'object' && message !== null && 'asking' in message)
          void answer(answers, message as Asking).then((answered) => child.connected && child.send(answered))
      })
    },
  }
}

async function answer(answers: TrackerAnswers, { asking, name, of }: Asking): Promise<Answering> {
  try {
    const ask = answers[name] as (...each: readonly unknown[]) => Promise<unknown>
    return { answering: asking, value: await ask(...of) }
  } catch (error) {
    return { answering: asking, refused: String(error) }
  }
}

/** In the order of ids, which is made once: records of a backfill are there before it begins. */
function listedOnce(all: () => readonly MemoryRecord[]): TrackerAnswers['list'] {
  let ordered: readonly MemoryRecord[] = []
  return async ({ behind = '', most }) => {
    if (behind === '') ordered = all().toSorted((one, other) => (one.id < other.id ? -1 : 1))
    const from = firstBehind(ordered, behind)
    const page = ordered.slice(from, from + most)
    return { kind: 'listed', records: page.map(({ id, version }) => ({ id, version: String(version) })) }
  }
}

function firstBehind(ordered: readonly MemoryRecord[], behind: string): number {
  let [low, high] = [0, ordered.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if ((ordered[middle]?.id ?? '') > behind) high = middle
    else low = middle + 1
  }
  return low
}

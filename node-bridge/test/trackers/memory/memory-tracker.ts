import type { DescribedTable } from '@accord/shared/schemas'

import type {
  ChangeNotice,
  PlannedWrite,
  ReadRecord,
  RecordPlace,
  Tracker,
  WatchedTrigger,
  Watcher,
  WrittenRecord,
} from '../../../src/trackers/tracker.ts'
import { createMemoryFiles, type MemoryFiles } from './memory-files.ts'
import {
  createMemoryRecords,
  localRecordOf,
  type MemoryRecord,
  type MemoryRecords,
  type MemoryTable,
  type Value,
} from './memory-records.ts'

export interface MemoryTrackerOptions {
  readonly instanceUid: string
  readonly tables: Readonly<Record<string, MemoryTable>>
  readonly scanEveryMs?: number
}

/** A tracker in memory, with people who use it. */
export interface MemoryTracker extends Tracker {
  readonly records: MemoryRecords
  readonly files: MemoryFiles
  attach(table: string, id: string, name: string, content: Buffer): string
  detach(table: string, id: string, file: string): void
  create(table: string, values: Readonly<Record<string, Value>>): MemoryRecord
  update(table: string, id: string, values: Readonly<Record<string, Value>>): MemoryRecord
  comment(table: string, id: string, body: string, isInternal?: boolean): MemoryRecord
  reword(table: string, id: string, entry: string, body: string): MemoryRecord
  backdate(table: string, id: string, ms: number): MemoryRecord
  remove(table: string, id: string): void
  /** Notices are lost from here on; only the scan is left. */
  loseNotices(areLost: boolean): void
  /** It answers nobody. */
  sleep(isAsleep: boolean): void
  /** Its administrator lets Accord use this table, or no longer does. */
  allow(table: string, isAllowed: boolean): void
  /** Its administrator lets nobody delete a record of this table, or no longer says so. */
  keep(table: string, isKept: boolean): void
  /** What scripts ask is not answered before the answered function is called. `asked`: how often it was asked since. */
  holdAnswers(): { readonly asked: () => number; readonly release: () => void }
  /** Nothing of this id or name is there to be referred to. */
  forget(name: string, isForgotten: boolean): void
  /** What its dictionary says from here on; nothing before that. */
  describeAs(tables: readonly DescribedTable[]): void
  /** Plans that were executed. */
  readonly executed: () => number
}

const BASE_URL = 'https://tracker.example'

export function createMemoryTracker({ instanceUid, tables, scanEveryMs = 200 }: MemoryTrackerOptions): MemoryTracker {
  const records = createMemoryRecords(instanceUid, tables)
  const files = createMemoryFiles(instanceUid)
  const answers = new Map<string, WrittenRecord>()
  const listeners = new Set<(record: MemoryRecord) => void>()
  let isAsleep = false
  let dictionary: readonly DescribedTable[] | undefined
  let watched: readonly WatchedTrigger[] = []
  let areLost = false
  let executed = 0

  const closed = new Set<string>()
  /** Tables of which no record may be deleted. */
  const kept = new Set<string>()
  const forgotten = new Set<string>()

  let held: { promise: Promise<void>; asked: number } | undefined

  const mayUse = (table: string) => records.isTable(table) && !closed.has(table)
  const requireAwake = () => {
    if (isAsleep) throw new Error('The tracker is asleep')
  }
  const notify = (record: MemoryRecord): MemoryRecord => {
    if (!areLost) for (const listen of listeners) listen(record)
    return record
  }
  const get = (table: string, id: string): MemoryRecord => {
    const record = records.find(table, id)
    if (!record) throw new Error(`${table} ${id} does not exist`)
    return record
  }
  const shown = (record: MemoryRecord) => ({
    version: String(record.version),
    record: { ...localRecordOf(record, BASE_URL), files: files.shown(record.id) },
  })
  const readOne = ({ table, id }: RecordPlace): ReadRecord => {
    if (!mayUse(table)) return refused(table)
    if (id === undefined) return { kind: 'draft', record: records.draftOf(table) }
    const record = records.find(table, id)
    if (!record) return { kind: 'gone' }
    return { kind: 'record', ...shown(record), triggers: matching(records, watched, { table, id }) }
  }
  const execute = (write: PlannedWrite): WrittenRecord => {
    const { table, recordId, onVersion, plan } = write
    if (!mayUse(table)) return refused(table)
    const before = records.find(table, recordId)
    if (!before && onVersion !== null) return { kind: 'gone' }
    if (before && String(before.version) !== onVersion) return { kind: 'contended' }
    if (before && plan.deletes) {
      if (kept.has(table)) return keeps(table)
      executed += 1
      records.remove(recordId)
      notify(before)
      return { kind: 'gone' }
    }
    executed += 1
    return { kind: 'written', ...shown(notify(records.execute(write, plan))) }
  }
  return {
    records,
    files,
    attach: (table, id, name, content) => {
      const file = files.attach(id, name, content)
      notify(get(table, id))
      return file.id
    },
    detach: (table, id, file) => {
      files.detach(file)
      notify(get(table, id))
    },
    sendFile: async (file) => {
      requireAwake()
      return mayUse(file.table) ? files.send(file) : refused(file.table)
    },
    writeFile: async (file) => {
      requireAwake()
      if (!mayUse(file.table)) return refused(file.table)
      if (!records.find(file.table, file.recordId)) return { kind: 'gone' }
      const written = await files.write(file)
      notify(get(file.table, file.recordId))
      return written
    },
    create: (table, values) => notify(records.create(table, values)),
    update: (table, id, values) => notify(records.update(get(table, id), values)),
    comment: (table, id, body, isInternal = false) =>
      notify(records.comment(get(table, id), { body, isInternal, author: 'Ann Author' })),
    backdate: (table, id, ms) => notify(records.backdate(get(table, id), ms)),
    reword: (table, id, entry, body) => notify(records.reword(get(table, id), entry, body)),
    remove: (table, id) => {
      const record = get(table, id)
      records.remove(id)
      notify(record)
    },
    loseNotices: (lost) => void (areLost = lost),
    sleep: (asleep) => void (isAsleep = asleep),
    keep: (table, isKept) => void (isKept ? kept.add(table) : kept.delete(table)),
    allow: (table, isAllowed) => void (isAllowed ? closed.delete(table) : closed.add(table)),
    holdAnswers: () => {
      let resolve: () => void = () => undefined
      const promise = new Promise<void>((resolved) => (resolve = resolved))
      const mine = (held = { promise, asked: 0 })
      return {
        asked: () => mine.asked,
        release: () => {
          held = undefined
          resolve()
        },
      }
    },
    forget: (name, isForgotten) => void (isForgotten ? forgotten.add(name) : forgotten.delete(name)),
    executed: () => executed,
    read: async (places) => {
      requireAwake()
      return places.map(readOne)
    },
    apply: async (writes) => {
      requireAwake()
      return writes.map((write) => {
        const answer = answers.get(write.id) ?? execute(write)
        if (answer.kind === 'written') answers.set(write.id, answer)
        return answer
      })
    },
    wake: () => listeners.size > 0,
    watch: ({ triggers, ...watcher }) => {
      const noting = async () => (watched = await triggers())
      return watch({ ...watcher, triggers: noting }, { records, listeners, scanEveryMs, isAsleep: () => isAsleep })
    },
    describe: async () => undefined,
    describeAs: (described) => void (dictionary = described),
    dictionary: async () => {
      requireAwake()
      return dictionary
    },
    check: async (table, query, words = '') => {
      requireAwake()
      if (!mayUse(table)) return refused(table)
      const { fields } = records.draftOf(table)
      const isKnown = ([name = '', value]: readonly string[]) => value !== undefined && Object.hasOwn(fields, name)
      if (query !== '' && !query.split('^').every((term) => isKnown(term.split('='))))
        return { kind: 'refused', code: 'query_invalid', message: `This is no condition: ${query}` }
      const found = records.all().filter((record) => record.table === table && matches(record, query))
      const named = found.toReversed().map(({ fields: { number, short_description: text } }) => ({
        key: String(number?.value),
        text: String(text?.value ?? ''),
      }))
      const isMeant = ({ key, text }: (typeof named)[number]) =>
        key.startsWith(words) || text.toLowerCase().includes(words.toLowerCase())
      const listed = named.filter(isMeant).slice(0, 20)
      const [newest, texts] = [listed.map(({ key }) => key), listed.map(({ text }) => text)]
      return { kind: 'matching', count: named.filter(isMeant).length, newest, texts }
    },
    list: async ({ table, query, behind = '', most }) => {
      requireAwake()
      if (!mayUse(table)) return refused(table)
      const found = records
        .all()
        .filter((record) => record.table === table && matches(record, query) && record.id > behind)
      const inOrder = found.toSorted((one, other) => (one.id < other.id ? -1 : 1)).slice(0, most)
      return { kind: 'listed', records: inOrder.map(({ id, version }) => ({ id, version: String(version) })) }
    },
    answer: async (name, request) => {
      requireAwake()
      if (held) {
        held.asked += 1
        await held.promise
      }
      const asked = JSON.parse(request) as Asked
      if (asked.table !== undefined && closed.has(asked.table)) return JSON.stringify({ fault: refused(asked.table) })
      if (name === 'display' && asked.table !== undefined && records.isTable(asked.table))
        return JSON.stringify({ matches: records.named(asked.table, asked.display ?? '').slice(0, 2) })
      if (name === 'find' && asked.table !== undefined && records.isTable(asked.table))
        return JSON.stringify({ matches: records.having(asked.table, asked.where ?? {}).slice(0, 2) })
      return JSON.stringify(answerTo(name, asked, forgotten))
    },
  }
}

const refused = (table: string) =>
  ({ kind: 'refused', code: 'access_missing', message: `${table} may not be used` }) as const

const keeps = (table: string) =>
  ({ kind: 'refused', code: 'access_missing', message: `Nobody may delete a ${table}` }) as const

interface Watched {
  readonly records: MemoryRecords
  readonly listeners: Set<(record: MemoryRecord) => void>
  readonly scanEveryMs: number
  readonly isAsleep: () => boolean
}

/** Notices wait until they were taken; the scan reports each version until that. */
function watch(
  { triggers, onNotices }: Watcher,
  { records, listeners, scanEveryMs, isAsleep }: Watched,
): () => Promise<void> {
  const noticed = new Map<string, number>()
  let waiting = new Map<string, ChangeNotice>()
  let atWork: Promise<void> = Promise.resolve()

  const deliver = async (notices: readonly ChangeNotice[]): Promise<void> => {
    if (notices.length > 0 && !isAsleep()) await onNotices(notices)
  }
  const pull = async () => {
    const known = await triggers()
    const taken = waiting
    waiting = new Map()
    try {
      await deliver([...taken.values()].map((notice) => ({ ...notice, triggers: matching(records, known, notice) })))
    } catch {
      waiting = new Map([...taken, ...waiting])
    }
  }
  const scan = async () => {
    const known = await triggers()
    const fresh = records.all().filter(({ id, version }) => noticed.get(id) !== version)
    await deliver(
      fresh.map(({ table, id, version }) => ({
        table,
        id,
        version: String(version),
        triggers: matching(records, known, { table, id }),
      })),
    )
    if (!isAsleep()) for (const { id, version } of fresh) noticed.set(id, version)
  }
  const then = (work: () => Promise<void>) => void (atWork = atWork.then(work).catch(() => undefined))
  const notice = ({ table, id }: MemoryRecord) => {
    waiting.set(id, { table, id, triggers: [] })
    // The next scan looks, whichever version stands there by then: a backup may have come back in between.
    noticed.delete(id)
    then(pull)
  }
  listeners.add(notice)
  const timer = setInterval(() => then(async () => pull().then(scan)), scanEveryMs)
  return () => {
    clearInterval(timer)
    listeners.delete(notice)
    return atWork
  }
}

const matching = (
  records: MemoryRecords,
  triggers: readonly WatchedTrigger[],
  { table, id }: Pick<ChangeNotice, 'table' | 'id'>,
): string[] => {
  const record = records.find(table, id)
  return triggers
    .filter((trigger) => record && trigger.table === table && matches(record, trigger.query))
    .map(({ id: each }) => each)
}

/** `field=value`, joined by `^`; nothing matches everything, and what cannot be read matches nothing. */
const matches = ({ fields }: MemoryRecord, query: string): boolean =>
  query === '' ||
  query.split('^').every((term) => {
    const [name = '', value] = term.split('=')
    return value !== undefined && String(fields[name]?.value) === value
  })

interface Asked {
  readonly table?: string
  readonly id?: string
  readonly display?: string
  readonly where?: Readonly<Record<string, string>>
}

const text = (value: string) => ({ type: 'text', value })

/** Everybody is known here under the name that is asked for, but for those who are forgotten. */
function answerTo(name: string, { id, display }: Asked, forgotten: ReadonlySet<string>): object | null {
  const isThere = ![id, display].some((each) => each !== undefined && forgotten.has(each))
  if (name === 'record')
    return isThere ? { fields: { name: text(id ?? ''), email: text(`${id}@tracker.example`) } } : null
  return { matches: isThere ? [{ id: display ?? 'somebody', display: display ?? 'Somebody' }] : [] }
}

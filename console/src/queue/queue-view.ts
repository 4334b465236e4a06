import { type BulkStep, QUEUE_FILTERS, type QueueFilter } from '@accord/shared/sync'

/** What the queue is narrowed to; empty texts narrow nothing. */
export interface QueueView {
  readonly filter: QueueFilter
  readonly connectionId: string
  readonly table: string
  readonly cause: string
  readonly key: string
  readonly unmovedMinutes: string
  /** Where each page before the open one ended, oldest first. */
  readonly trail: readonly string[]
}

export const WHOLE_QUEUE: QueueView = {
  filter: 'open',
  connectionId: '',
  table: '',
  cause: '',
  key: '',
  unmovedMinutes: '',
  trail: [],
}
export const PAGE = 50
/** Minutes, from what was just now to what was forgotten. */
export const AGES = ['5', '60', '1440', '10080'] as const

/** The question to the node. */
export function questionOf({ filter, trail, ...narrowed }: QueueView): Readonly<Record<string, string>> {
  const after = trail.at(-1)
  const given = Object.entries(narrowed).filter(([, value]) => value !== '')
  return { limit: String(PAGE), filter, ...Object.fromEntries(given), ...(after ? { after } : {}) }
}

/** As the address of the page has it; what makes no sense narrows nothing. */
export function viewOf(search: Readonly<Record<string, unknown>>): QueueView {
  const text = (name: keyof QueueView) => (typeof search[name] === 'string' ? search[name] : '')
  return {
    filter: QUEUE_FILTERS.find((filter) => filter === search['filter']) ?? 'open',
    connectionId: text('connectionId'),
    table: text('table'),
    cause: text('cause'),
    key: text('key'),
    unmovedMinutes: AGES.find((age) => age === String(search['unmovedMinutes'])) ?? '',
    trail: [],
  }
}

export const isNarrowed = (view: QueueView): boolean =>
  JSON.stringify({ ...view, trail: [] }) !== JSON.stringify(WHOLE_QUEUE)

/** Of the pairs that the page shows, those with which it can be done: only what waits here can be tried again or skipped. */
export const meantView = (step: BulkStep, view: QueueView): QueueView =>
  step !== 'unlink' && view.filter === 'open' ? { ...view, filter: 'held' } : view

/** One step with all of them. */
export function bulkOf(step: BulkStep, view: QueueView) {
  const { filter, connectionId, table, cause, unmovedMinutes } = meantView(step, view)
  return {
    step,
    filter,
    ...(connectionId === '' ? {} : { connectionId }),
    ...(table === '' ? {} : { table }),
    ...(cause === '' ? {} : { cause }),
    ...(unmovedMinutes === '' ? {} : { unmovedMinutes: Number(unmovedMinutes) }),
  }
}

import type { Passing, Step } from '../../../node-bridge/test/faults/network/proxy.ts'

/** In front of whom a call passes. */
export type Wire = 'nodeA' | 'nodeB' | 'instanceA' | 'instanceB'

export interface OnWire {
  readonly wire: Wire
  readonly at: Step
  readonly passing: Passing
  /** The record that was made for this kill. */
  readonly record: string
  /** So many whole reads of that record have been asked for, this one included. */
  readonly reads: number
}

/** One of the fourteen steps of a change. `goesOn`: the call goes on while the victim dies; else it waits. */
export interface SyncStep {
  readonly number: number
  readonly after: string
  /** Without it the step is over when people are done. */
  readonly isOver?: (seen: OnWire) => boolean
  readonly goesOn?: true
}

const isCall = ({ passing }: OnWire, path: string): boolean => passing.path.endsWith(path)
const textOf = ({ passing: { body, answer } }: OnWire): string => (answer ? answer.body : body).toString()

function listOf(seen: OnWire, name: 'messages' | 'results'): readonly unknown[] {
  if (!isCall(seen, '/exchange')) return []
  try {
    return (JSON.parse(textOf(seen)) as Record<string, readonly unknown[]>)[name] ?? []
  } catch {
    return []
  }
}

const isRead = (seen: OnWire, at: Step, which: number): boolean =>
  seen.wire === 'instanceA' && seen.at === at && isCall(seen, '/sync/read') && seen.reads === which

const hasMessages = (seen: OnWire): boolean =>
  seen.wire === 'nodeB' && isCall(seen, '/exchange') && seen.passing.body.includes('"messages":["')
/** A result goes with the next call of either side, or stands in the answer to a call of the other. */
const bringsResult = (seen: OnWire): boolean =>
  (seen.wire === 'nodeA' && seen.at === 'arrived') || (seen.wire === 'nodeB' && seen.at === 'answered')
    ? listOf(seen, 'results').length > 0
    : false
const isApply = (seen: OnWire, at: Step): boolean =>
  seen.wire === 'instanceB' && seen.at === at && isCall(seen, '/sync/apply')

/** The way of a change from A to B. The first read of a record is part of step 2, which asks which triggers it matches. */
export const SYNC_STEPS: readonly SyncStep[] = [
  { number: 1, after: 'A has the record, nobody knows' },
  { number: 2, after: 'node A knows that the record changed', isOver: (seen) => isRead(seen, 'arrived', 2) },
  { number: 3, after: 'node A has asked for the record', isOver: (seen) => isRead(seen, 'answered', 2) },
  {
    number: 4,
    after: 'node A has the record and runs its script',
    isOver: (seen) => isRead(seen, 'answered', 2),
    goesOn: true,
  },
  { number: 5, after: 'node A has its message', isOver: (seen) => seen.at === 'arrived' && hasMessages(seen) },
  {
    number: 6,
    after: 'the message is on its way',
    isOver: (seen) => seen.at === 'arrived' && hasMessages(seen),
    goesOn: true,
  },
  { number: 7, after: 'node B has the message', isOver: (seen) => seen.at === 'answered' && hasMessages(seen) },
  {
    number: 8,
    after: 'node A hears that it was received',
    isOver: (seen) => seen.at === 'answered' && hasMessages(seen),
    goesOn: true,
  },
  { number: 9, after: 'node B has its plan', isOver: (seen) => isApply(seen, 'arrived') },
  { number: 10, after: 'instance B has the plan', isOver: (seen) => isApply(seen, 'answered') },
  {
    number: 11,
    after: 'instance B has written',
    isOver: (seen) =>
      seen.wire === 'instanceB' &&
      seen.at === 'answered' &&
      isCall(seen, '/sync/pull') &&
      textOf(seen).includes('"outcome"'),
  },
  { number: 12, after: 'node B knows what was written', isOver: (seen) => bringsResult(seen) },
  { number: 13, after: 'the result is on its way', isOver: (seen) => bringsResult(seen), goesOn: true },
  {
    number: 14,
    after: 'node A has the result',
    isOver: (seen) => seen.wire === 'nodeA' && seen.at === 'answered' && seen.passing.body.includes('"results":["'),
  },
]

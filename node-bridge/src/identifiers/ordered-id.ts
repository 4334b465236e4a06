import { randomUUID } from 'node:crypto'

let drawn = 0
const COUNTER_VALUES = 0x1000

/**
 * A UUID of version 7 (RFC 9562): those of one process sort in the order in which they were drawn. Rows written together
 * so lie together in every index that begins with such an id; random ones dirty a page each, and pages are what a commit
 * costs. Tells when it was drawn: nothing for a secret.
 */
export function orderedId(at = new Date()): string {
  drawn = (drawn + 1) % COUNTER_VALUES
  const counter = drawn.toString(16).padStart(3, '0')
  const chance = randomUUID().slice(-17)
  return `${firstIdOf(at)}-7${counter}-${chance}`
}

/** Lies before every id that is drawn from then on, and behind those of before. */
export function firstIdOf(at: Date): string {
  const time = at.getTime().toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}`
}

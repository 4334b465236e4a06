import { LISTED_STATES } from '@accord/shared/protocol'
import { z } from 'zod'

import { Refusal } from '../refusals/refusal.ts'
import type { PageRequest, Place } from '../store/connections/pages/place.ts'

/** A place (the cursor of a keyset scan) is valid only for the order that it was taken from. */
const WrittenPlace = z.strictObject({
  order: z.string(),
  descending: z.boolean(),
  key: z.union([z.string(), z.int()]),
  id: z.uuid(),
  state: z.enum([...LISTED_STATES, 'terminated']).optional(),
  neverSpoken: z.boolean().optional(),
})

type Order = Pick<PageRequest, 'order' | 'descending'>

export const writePlace = (place: Place, { order, descending }: Order): string =>
  Buffer.from(JSON.stringify({ order, descending, ...place })).toString('base64url')

/** Throws `malformed` for what `writePlace` has not written, or has for another order. */
export function readPlace(text: string | undefined, { order, descending }: Order): Place | undefined {
  if (text === undefined) return undefined
  const read = WrittenPlace.safeParse(parse(text))
  if (
    !read.success ||
    read.data.order !== order ||
    read.data.descending !== descending ||
    !fits(read.data.key, read.data)
  )
    throw new Refusal('malformed', 'This is not where a page of this list ends.', {
      facts: { where: 'query', fields: [{ field: 'after', message: 'is no `next` of a list in this order' }] },
    })
  const { key, id, state, neverSpoken } = read.data
  return { key, id, ...(state ? { state } : {}), ...(neverSpoken ? { neverSpoken } : {}) }
}

/** PostgreSQL compares no text with a number. */
const fits = (key: string | number, { order, neverSpoken }: { order: string; neverSpoken?: boolean | undefined }) =>
  (typeof key === 'number') === (order === 'changed' || (order === 'lastContact' && !neverSpoken))

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString())
  } catch {
    return undefined
  }
}

import { Refusal } from '../../refusals/refusal.ts'
import type { ItemPlace } from '../../store/sync/pair-page.ts'

/** Where a page of pairs ended, as whoever asks for the next one gives it back. */
export const placeText = (place: ItemPlace | undefined): string | null =>
  place ? `${place.changedAt}.${place.id}` : null

/** Throws `malformed` for a place that is none. */
export function readPlace(text: string | undefined): ItemPlace | undefined {
  if (text === undefined) return undefined
  const [, changedAt, id] = /^(\d{1,16})\.([0-9a-f-]{36})$/.exec(text) ?? []
  if (changedAt === undefined || id === undefined) throw new Refusal('malformed', 'There is no such page.')
  return { changedAt: Number(changedAt), id }
}

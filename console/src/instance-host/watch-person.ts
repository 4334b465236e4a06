import type { Attendance } from '../host/console-host.ts'
import { ATTENDED_MS } from '../host/poll-pauses.ts'

/** So long after a click or a key a person is there. */
const PRESENT_MS = 5_000

export interface Person extends Attendance {
  /** Whatever is asked now, the page asks by itself. */
  isAway(): boolean
}

/** Whether somebody is at the page: opening it counts, and each click and key. */
export function watchPerson(page: Pick<Window, 'addEventListener'>, now: () => number = Date.now): Person {
  let actedAt = now()
  const returned = new Set<() => void>()
  const isAttended = () => now() - actedAt <= ATTENDED_MS
  const acts = () => {
    const wasAttended = isAttended()
    actedAt = now()
    if (!wasAttended) for (const tell of returned) tell()
  }
  for (const event of ['pointerdown', 'keydown'] as const) page.addEventListener(event, acts, { capture: true })
  return {
    isAway: () => now() - actedAt > PRESENT_MS,
    isAttended,
    onReturn: (tell) => {
      returned.add(tell)
      return () => void returned.delete(tell)
    },
  }
}

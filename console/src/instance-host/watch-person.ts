/** So long after a click or a key a person is there. */
const PRESENT_MS = 5_000

export interface Person {
  /** Whatever is asked now, the page asks by itself. */
  isAway(): boolean
}

/** Whether somebody is at the page: opening it counts, and each click and key. */
export function watchPerson(page: Pick<Window, 'addEventListener'>, now: () => number = Date.now): Person {
  let actedAt = now()
  const acts = () => (actedAt = now())
  for (const event of ['pointerdown', 'keydown'] as const) page.addEventListener(event, acts, { capture: true })
  return { isAway: () => now() - actedAt > PRESENT_MS }
}

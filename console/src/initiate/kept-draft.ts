import type { InitiateDraft } from './initiate-draft.ts'

const KEY = 'accord-initiate-draft'
/** Written while somebody types, for a reload of this tab; no code and no secret stands in it. What was found is looked up afresh. */
export function keepDraft(draft: InitiateDraft): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ ...draft, found: null }))
  } catch {
    // A browser that keeps nothing; then a reload begins anew.
  }
}

export function forgetDraft(): void {
  try {
    sessionStorage.removeItem(KEY)
  } catch {
    // As above.
  }
}

/** `empty` with what was typed before the reload that brought this page; without a reload it is `empty`. */
export function readDraft(empty: InitiateDraft): InitiateDraft {
  try {
    const [arrival] = performance.getEntriesByType('navigation')
    if (!arrival || !('type' in arrival) || arrival.type !== 'reload') return empty
    return mergeDraft(empty, JSON.parse(sessionStorage.getItem(KEY) ?? '{}'))
  } catch {
    return empty
  }
}

/** Takes over each member that has the type of the empty draft's: the page may be of a newer version than what is kept. */
export function mergeDraft(empty: InitiateDraft, kept: unknown): InitiateDraft {
  if (typeof kept !== 'object' || kept === null) return empty
  const fitting = Object.entries(kept).filter(([name, value]) => {
    const wanted: unknown = Object.entries(empty).find(([member]) => member === name)?.[1]
    return name === 'typedName' ? typeof value === 'string' : wanted !== null && typeof value === typeof wanted
  })
  return { ...empty, ...Object.fromEntries(fitting) }
}

/** Also written by the script of the instance's page, which runs before any module. */
const KEY = 'accord-reloaded-at'
/** Whoever was reloaded within this time finds the same again: another reload would be a loop. */
const AGAIN_MS = 60_000

/**
 * After an upgrade an open page may ask for a part of itself that is gone: loaded afresh, it names the new ones. False
 * where that was tried just now, or where nothing can be noted down.
 */
export function reloadOnce(page: Pick<Window, 'sessionStorage' | 'location'>, now: () => number = Date.now): boolean {
  try {
    if (now() - Number(page.sessionStorage.getItem(KEY)) < AGAIN_MS) return false
    page.sessionStorage.setItem(KEY, String(now()))
  } catch {
    return false
  }
  page.location.reload()
  return true
}

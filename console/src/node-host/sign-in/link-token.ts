import { createSignal } from '../../host/signal.ts'

/** The token of the set-up link by which this page was opened; undefined without one. */
export const linkToken = createSignal<string | undefined>(undefined)

/** Takes the token out of the address at once: neither the history nor a shared screen keeps it. */
export function watchLink(page: Window): void {
  const take = () => {
    // Whole, since mail programs change what stands in a link: the node finds the token in it.
    if (!/^#.{0,3}welcome/i.test(page.location.hash)) return
    linkToken.set(page.location.hash)
    page.history.replaceState(null, '', '#/')
  }
  take()
  // Before the router learns of it: a link that is pasted into an open page changes only what is behind the `#`.
  page.addEventListener('hashchange', take, { capture: true })
}

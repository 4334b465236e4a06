import type { RouterHistory } from '@tanstack/react-router'

const EVENT = 'magellanNavigator.permalink.set'

/** What the platform adds to the browser's own constructor, in its page scripts. */
interface PlatformEvents {
  readonly CustomEvent?: { fireTop?: (name: string, detail: object) => void }
}

/**
 * Inside the unified navigation the browser shows the address of the frame around us. That frame learns our place by an
 * event and puts it there, so that reload, bookmark and a copied link come back to the same place.
 */
export function publishPermalink(page: Window, history: RouterHistory): void {
  if (page.self === page.top) return
  let last = ''
  const publish = () => {
    const { location, document } = page
    const permalink = { relativePath: location.pathname + location.search, title: document.title }
    const text = JSON.stringify(permalink)
    if (text === last) return
    last = text
    const { CustomEvent } = page as unknown as PlatformEvents
    CustomEvent?.fireTop?.(EVENT, permalink)
  }
  history.subscribe(publish)
  // A page names itself once it is drawn, which is after its address has changed.
  const titles = new MutationObserver(publish)
  titles.observe(page.document.head, { subtree: true, childList: true, characterData: true })
}

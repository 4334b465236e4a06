import { type RefObject, useEffect } from 'react'

/** What has a name of its own: a panel, a group of controls, a form; at last the page's heading. */
const PARTS = 'section, form, [role="region"], [role="group"], [role="tabpanel"], [tabindex="-1"]'

/**
 * A control that goes away once it has done its work takes the focus with it, and whoever has no pointer is back at the top of the
 * document. Within `root` the focus goes to the part of the page in which the control was.
 */
export function useKeptFocus(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current: kept } = root
    if (!kept) return undefined
    let within: readonly Element[] = []
    const remember = ({ target }: Event) => {
      within = target instanceof Element ? ancestorsOf(target) : []
    }
    // Who clicks beside everything wants no focus.
    const forget = () => {
      within = []
    }
    const restore = () => {
      const [last] = within
      if (!last || last.isConnected || document.activeElement !== document.body) return
      const part = within.find((each) => each.isConnected && kept.contains(each) && each.matches(PARTS))
      focusOn(part ?? kept.querySelector('h1'))
    }
    // A page that arrives, or a dialog that closes, says itself where the focus goes.
    const observer = new MutationObserver(() => void setTimeout(restore))
    observer.observe(kept, { childList: true, subtree: true })
    kept.addEventListener('focusin', remember)
    document.addEventListener('pointerdown', forget, true)
    return () => {
      observer.disconnect()
      kept.removeEventListener('focusin', remember)
      document.removeEventListener('pointerdown', forget, true)
    }
  }, [])
}

function ancestorsOf(element: Element): readonly Element[] {
  const found: Element[] = []
  for (let each: Element | null = element; each; each = each.parentElement) found.push(each)
  return found
}

function focusOn(part: Element | null | undefined): void {
  if (!(part instanceof HTMLElement)) return
  if (!part.hasAttribute('tabindex')) part.tabIndex = -1
  part.focus({ preventScroll: true })
}

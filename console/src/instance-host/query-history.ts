import { consoleAddress, SECRET_PARAMETER, VIEW_PARAMETER } from '@accord/shared/protocol'
import { createBrowserHistory, type HistoryLocation, type RouterHistory } from '@tanstack/react-router'

/** Of the platform's own, which stand in the address of any of its pages. */
const PLATFORM_PARAMETER = /^(?:sysparm_|sys_|uri$)/

/** The place that query and fragment of the page's address name, as the router spells it. */
export function placeOf(search: string, fragment = ''): string {
  const parameters = new URLSearchParams(search)
  const secret = new URLSearchParams(fragment.replace(/^#/, '')).get(SECRET_PARAMETER)
  parameters.delete(SECRET_PARAMETER)
  if (secret !== null) parameters.set(SECRET_PARAMETER, secret)
  const view = parameters.get(VIEW_PARAMETER) ?? ''
  const isOurs = ([name]: readonly string[]) => name !== VIEW_PARAMETER && !PLATFORM_PARAMETER.test(name ?? '')
  const query = new URLSearchParams([...parameters].filter(isOurs)).toString()
  return `/${view.replace(/^\/+/, '')}${query === '' ? '' : `?${query}`}`
}

/** Places of the console in the query of the page's address: reload, bookmark, back and a link in a new tab keep them. */
export function createQueryHistory(page: Window): RouterHistory {
  const parseLocation = (): HistoryLocation => {
    const href = placeOf(page.location.search, page.location.hash)
    const [pathname = '/', query] = href.split('?')
    const state = (page.history.state ?? { __TSR_index: 0 }) as HistoryLocation['state']
    return { href, pathname, search: query === undefined ? '' : `?${query}`, hash: '', state }
  }
  const createHref = (place: string) => consoleAddress(page.location.pathname, place)
  return createBrowserHistory({ window: page, parseLocation, createHref })
}

/** The parameter of a page's address that names the place in the console; the others belong to that place. */
export const VIEW_PARAMETER = 'view'

/** An invitation code stands behind the `#`, where no server and no log sees it; the page takes it out of its address at once. */
export const SECRET_PARAMETER = 'code'

/**
 * The address of a place (`/connections/{id}?ask=delete`) in the console's page on an instance. In the query, because the
 * platform's navigation and its redirects keep the query of a page, and lose what stands behind a `#`.
 */
export function consoleAddress(page: string, place: string): string {
  const [path = '', query = ''] = place.split('#')[0]?.split('?') ?? []
  const parts = query.split('&').filter((part) => part !== '')
  const isSecret = (part: string) => part.startsWith(`${SECRET_PARAMETER}=`)
  const view = path.replace(/^\/+/, '')
  const own = view === '' ? [] : [`${VIEW_PARAMETER}=${encodeURIComponent(view)}`]
  const open = [...own, ...parts.filter((part) => !isSecret(part))].join('&')
  const secret = parts.filter(isSecret).join('&')
  return page + (open === '' ? '' : `?${open}`) + (secret === '' ? '' : `#${secret}`)
}

/** The `Link` header of one of several pages: `first` and `last`, `prev` and `next` where there is such a page. A single page has none. */
export function paginationLinks(
  url: URL,
  page: { readonly limit: number; readonly offset: number; readonly total: number },
): string | undefined {
  const { limit, offset, total } = page
  if (offset === 0 && total <= limit) return undefined
  const last = limit === 0 ? 0 : Math.max(0, Math.floor((total - 1) / limit) * limit)
  const link = (rel: string, at: number) => {
    const target = new URL(url)
    target.searchParams.set('sysparm_limit', String(limit))
    target.searchParams.set('sysparm_offset', String(at))
    return `<${target.href}>;rel="${rel}"`
  }
  return [
    link('first', 0),
    ...(offset > 0 ? [link('prev', Math.max(0, offset - limit))] : []),
    ...(limit > 0 && offset + limit < total ? [link('next', offset + limit)] : []),
    link('last', last),
  ].join(',')
}

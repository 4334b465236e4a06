import type { RestRequest } from '../platform/rest-exchange.d.ts'

/** The named parameters of the address, each by its first value; those that are absent stay absent. */
export function queryOf(request: RestRequest, names: readonly string[]): Readonly<Record<string, string>> {
  const query: Record<string, string> = {}
  for (const name of names) {
    const value = request.queryParams[name]?.[0]
    if (value) query[name] = value
  }
  return query
}

/** `?name=value&…`, or nothing where there is nothing to say. */
export function queryText(query: Readonly<Record<string, string>> | undefined): string {
  const pairs = Object.entries(query ?? {}).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return pairs.length > 0 ? `?${pairs.join('&')}` : ''
}

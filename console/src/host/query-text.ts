/** `?name=value&…`, or nothing where there is nothing to say. */
export function queryText(query: Readonly<Record<string, string | undefined>> | undefined): string {
  const text = new URLSearchParams(
    Object.entries(query ?? {}).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ).toString()
  return text === '' ? '' : `?${text}`
}

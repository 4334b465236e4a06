import type { RecordSync, SyncQueue } from '@accord/shared/schemas'

export interface RecordPlace {
  readonly apiBase: string
  /** The page of the console, which has what asks first and what needs more room. */
  readonly consolePage: string
  readonly token: string
}

/** What the interface answers, or an error with its own words. */
async function call<Answer>(place: RecordPlace, method: 'GET' | 'POST', path: string): Promise<Answer> {
  const response = await send(place, method, place.apiBase + path, method === 'POST' ? {} : undefined)
  const { result } = (await response.json()) as { result: unknown }
  if (response.ok) return result as Answer
  const { title = '', detail = '' } = (result ?? {}) as { title?: string; detail?: string }
  throw new Error(`${title} ${detail}`.trim())
}

/** As whoever looks at the page, with what their roles allow. */
export const send = (
  { token }: RecordPlace,
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: object,
): Promise<Response> =>
  fetch(path, {
    method,
    headers: { accept: 'application/json', 'content-type': 'application/json', 'X-UserToken': token },
    ...(body ? { body: JSON.stringify(body) } : {}),
    credentials: 'same-origin',
    cache: 'no-store',
  })

export const readRecord = (place: RecordPlace, table: string, id: string): Promise<RecordSync> =>
  call(place, 'GET', `/record/${encodeURIComponent(table)}/${encodeURIComponent(id)}`)

/** The item of each pair of this record at the node, by its connection: what is done with a pair is done there. */
export async function findItems(
  place: RecordPlace,
  { paths, key, url }: RecordSync,
): Promise<ReadonlyMap<string, string>> {
  const { items } = await call<SyncQueue>(place, 'GET', `${paths.queue}?limit=50&key=${encodeURIComponent(key)}`)
  return new Map(items.filter(({ local }) => local.url === url).map(({ connectionId, id }) => [connectionId, id]))
}

export const syncNow = (place: RecordPlace, { paths }: RecordSync, itemId: string): Promise<unknown> =>
  call(place, 'POST', paths.syncNow.replace('{itemId}', encodeURIComponent(itemId)))

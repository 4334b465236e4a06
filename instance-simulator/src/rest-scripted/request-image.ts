import type { Request } from 'express'
import type { RestRequestImage } from '../engine/job.ts'

/** The express request as plain data; query parameters are arrays, header names lower case. */
export function requestImage(
  request: Request,
  baseUrl: string,
  pathParams: Readonly<Record<string, string>>,
  maxTextBytes: number,
): RestRequestImage {
  const url = new URL(request.originalUrl, baseUrl)
  const queryParams: Record<string, string[]> = {}
  for (const [name, value] of url.searchParams) (queryParams[name] ??= []).push(value)
  const headers = Object.entries(request.headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : (value ?? ''),
  ])
  const body: unknown = request.body
  return {
    method: request.method,
    uri: decodeURI(url.pathname),
    url: `${baseUrl}${url.pathname}`,
    pathParams,
    queryParams,
    queryString: url.search.slice(1),
    headers: Object.fromEntries(headers) as Record<string, string>,
    ...bodyOf(body, maxTextBytes),
  }
}

/** A body that is too long for text can still be read as a stream. */
function bodyOf(body: unknown, maxTextBytes: number): Pick<RestRequestImage, 'body' | 'isTooLong'> {
  if (!Buffer.isBuffer(body)) return { body: '', isTooLong: false }
  const isTooLong = body.length > maxTextBytes
  return { body: isTooLong ? '' : body.toString('utf8'), isTooLong }
}

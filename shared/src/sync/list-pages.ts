import { SYNC_LIMITS } from './limits.js'

/** A part of a list of keys that a node takes at once. */
export interface ListPage {
  readonly csv: string
  /** So many lines of the list that this page does not repeat stand before it. */
  readonly before: number
}

/** A first line that says where the keys stand is repeated on each page. */
export function listPages(text: string): readonly ListPage[] {
  const lines = text.split(/\r\n|\n|\r/u)
  const hasHead = /\blocal(?:_key)?\b/iu.test(lines[0] ?? '') && /\bremote(?:_key)?\b/iu.test(lines[0] ?? '')
  const head = hasHead ? lines.slice(0, 1) : []
  const pages: ListPage[] = []
  for (let at = head.length; at < lines.length; at += SYNC_LIMITS.connectedRows) {
    const some = lines.slice(at, at + SYNC_LIMITS.connectedRows)
    if (some.every((line) => line.trim() === '')) continue
    pages.push({ csv: [...head, ...some].join('\n'), before: at - head.length })
  }
  return pages
}

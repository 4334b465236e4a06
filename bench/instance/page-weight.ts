import { gzipSync } from 'node:zlib'

import { logIn } from './log-in.ts'
import { CONSOLE_PAGE } from '../../now-app/src/server/names.ts'

export interface PageWeight {
  readonly files: number
  readonly kb: number
  /** As a server that compresses would send it. */
  readonly gzipKb: number
}

const CONSOLE = `/${CONSOLE_PAGE}`

const kbOf = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0) / 1000

/** The console page and every file that its document names. */
export async function weighConsole(instanceUrl: string): Promise<PageWeight> {
  const headers = { cookie: await logIn(instanceUrl) }
  const load = async (path: string) => {
    const answer = await fetch(new URL(path, instanceUrl), { headers })
    if (!answer.ok) throw new Error(`${path} was answered ${answer.status}`)
    return Buffer.from(await answer.arrayBuffer())
  }
  const document = await load(CONSOLE)
  const names = [...document.toString().matchAll(/<(?:script|link)[^>]+(?:src|href)="([^"]+)"/gu)].flatMap(
    ([, name]) => name?.replaceAll('&amp;', '&') ?? [],
  )
  const parts = [document, ...(await Promise.all([...new Set(names)].map(load)))]
  return {
    files: parts.length,
    kb: kbOf(parts.map(({ length }) => length)),
    gzipKb: kbOf(parts.map((part) => gzipSync(part).length)),
  }
}

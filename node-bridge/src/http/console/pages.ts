import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import type { RequestHandler } from 'express'

import { Refusal } from '../../refusals/refusal.ts'
import { setPageHeaders } from './page-headers.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
}
/** What `npm run build:console` leaves in the place of a nonce. */
const NONCE = /__ACCORD_NONCE__/gu
const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const

interface Asset {
  readonly type: string
  /** The bytes by content encoding; `identity` is always there. */
  readonly bytes: ReadonlyMap<string, Buffer>
}

export interface ConsolePages {
  readonly page: RequestHandler
  readonly asset: RequestHandler
}

/** The built pages, held in memory: a name that was not built leads nowhere, whatever dots and slashes it holds. */
export function loadPages(directory: string): ConsolePages {
  const index = path.join(directory, 'index.html')
  const html = existsSync(index) ? readFileSync(index, 'utf8') : undefined
  const assets = html === undefined ? new Map<string, Asset>() : loadAssets(path.join(directory, 'assets'))
  return {
    page: (_request, response) => {
      if (html === undefined) throw new Refusal('not_found', 'The console was not built: npm run build:console.')
      const nonce = randomBytes(16).toString('base64')
      setPageHeaders(response, nonce)
      response.type('text/html; charset=utf-8').send(html.replaceAll(NONCE, nonce))
    },
    asset: (request, response) => {
      const asset = assets.get(String(request.params['file']))
      if (!asset) throw new Refusal('not_found')
      const encoding = ENCODINGS.map(([name]) => name).find(
        (name) => asset.bytes.has(name) && request.acceptsEncodings(name) === name,
      )
      // The file name holds a hash of the content, so the answer may be cached for ever.
      response.set({ 'Cache-Control': 'public, max-age=31536000, immutable', Vary: 'Accept-Encoding' })
      if (encoding) response.set('Content-Encoding', encoding)
      response.type(asset.type).end(asset.bytes.get(encoding ?? 'identity'))
    },
  }
}

function loadAssets(directory: string): Map<string, Asset> {
  const names = existsSync(directory) ? readdirSync(directory) : []
  const plain = names.filter((name) => TYPES[path.extname(name)] !== undefined)
  return new Map(
    plain.map((name) => {
      const packed = ENCODINGS.filter(([, extension]) => names.includes(name + extension)).map(
        ([encoding, extension]) => [encoding, readFileSync(path.join(directory, name + extension))] as const,
      )
      const bytes = new Map<string, Buffer>([...packed, ['identity', readFileSync(path.join(directory, name))]])
      return [name, { type: TYPES[path.extname(name)] ?? '', bytes }]
    }),
  )
}

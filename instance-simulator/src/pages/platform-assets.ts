import { gunzipSync } from 'node:zlib'
import { Router, type Response } from 'express'
import type { SimulatorParts } from '../contracts.ts'
import { firstRow } from '../engine/metadata.ts'
import { AJAX_SCRIPT, FORM_SCRIPT } from './client-scripts.ts'
import { FIRE_TOP_SCRIPT, NAVIGATOR_SCRIPT } from './navigator-scripts.ts'
import { prototypeScript } from './prototype-script.ts'
import { STYLE } from './style.ts'

/** Platform scripts that a page from the SDK asks for. Nothing in them is used by our own pages. */
export const STUBBED_ASSETS = [
  '/scripts/doctype/functions_bootstrap14.js',
  '/scripts/lib/prototype.js',
  '/scripts/classes/ajax/GlideURL.js',
  '/scripts/doctype/CustomEventManager.js',
  '/scripts/classes/ajax/GlideAjax.js',
  '/scripts/classes/GlideUser.js',
  '/scripts/polaris_theme_refresh_observer.js',
  '/uxasset/set-cache-buster/',
  '/uxasset/externals/@devsnc/library-uxf/index.jsdbx',
  '/$uxappimmutables.do',
] as const

/** A few of the platform's theme variables (RGB triplets), so that pages that use them look like something. */
const THEME = `:root { --now-color--primary-1: 23,92,76; --now-color--neutral-0: 255,255,255; --now-color--neutral-18: 29,43,54; --now-color_background--primary: 255,255,255; --now-color_text--primary: 29,43,54; --now-color_surface--brand-1: 34,49,60 }`

const script = (response: Response, text: string) => response.type('text/javascript').send(text)
const stub = (path: string) => `/* ${path}: stubbed by the instance simulator */\n`

/** `/uxasset/externals/<scope>/<chunk>.jsdbx`: the row's name has no extension, a source map's has. */
function assetOf({ store }: SimulatorParts, path: string) {
  const names = [path, path.replace(/\.jsdbx$/, ''), path.replace(/\.jsdbx\.map$/, '.js.map')]
  for (const name of names) {
    const row = firstRow(store, 'sys_ux_lib_asset', `name=${name}`)
    if (row) return row
  }
  return undefined
}

/** A theme asset is an attachment of its row; packages carry it compressed. */
function themeAsset({ store, attachments }: SimulatorParts, sysId: string) {
  const attachment = firstRow(store, 'sys_attachment', `table_sys_id=${sysId}^table_name=sys_ux_theme_asset`)
  const bytes = attachments.read(attachment?.['sys_id'] ?? '')
  if (!attachment || !bytes) return undefined
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b
  return { type: attachment['content_type'] || 'application/octet-stream', bytes: isGzip ? gunzipSync(bytes) : bytes }
}

/** Style sheet, browser scripts, packages' assets, and stubs of the platform's. */
export function createPlatformAssets(parts: SimulatorParts): Router {
  const router = Router()
  router.get('/favicon.ico', (_request, response) => response.status(204).end())
  router.get('/styles/simulator.css', (_request, response) => response.type('text/css').send(STYLE))
  router.get('/scripts/simulator-form.js', (_request, response) => script(response, FORM_SCRIPT))
  router.get('/scripts/classes/ajax/GlideAjax.js', (_request, response) => script(response, AJAX_SCRIPT))
  router.get('/scripts/simulator-navigator.js', (_request, response) => script(response, NAVIGATOR_SCRIPT))
  router.get('/scripts/doctype/CustomEventManager.js', (_request, response) => script(response, FIRE_TOP_SCRIPT))
  router.get('/scripts/lib/prototype.js', (_request, response) => script(response, prototypeScript()))
  router.get('/$uxappimmutables.do', (_request, response) => response.type('text/css').send(THEME))
  router.get(/^\/uxasset\/externals\/(.+)$/, (request, response, next) => {
    const path = decodeURIComponent(request.path).replace('/uxasset/externals/', '')
    const row = assetOf(parts, path)
    if (!row) return next()
    parts.ledger.executed('sys_ux_lib_asset', row['sys_id'] ?? '')
    response.setHeader('Cache-Control', request.query['uxpcb'] === undefined ? 'no-cache' : 'public, max-age=31536000')
    return response.type(path.endsWith('.map') ? 'application/json' : 'text/javascript').send(row['content'] ?? '')
  })
  router.get(/^\/uxta\/([0-9a-f]{32})\.assetx$/, (request, response, next) => {
    const sysId = request.path.slice('/uxta/'.length, -'.assetx'.length)
    const asset = themeAsset(parts, sysId)
    if (!asset) return next()
    parts.ledger.executed('sys_ux_theme_asset', sysId)
    return response.type(asset.type).send(asset.bytes)
  })
  router.get([/^\/scripts\//, /^\/uxasset\//], (request, response) => {
    const known = STUBBED_ASSETS.some((path) => request.path.startsWith(path))
    if (known) return script(response, stub(request.path))
    return response.status(404).type('text/plain').send(`not simulated: ${request.path}`)
  })
  return router
}

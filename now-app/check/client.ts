import { gzipSync } from 'node:zlib'
import { DOCUMENTS, shownDocument } from '../build/sources.ts'
import { nameOf, recordsOf, type BuiltPackage } from './built-package.ts'
import type { Finding, Rule } from './finding.ts'
import { type PagePart, partsOfPage, partsThatRunThePageAgain } from './page-parts.ts'

/** What a browser may have to load for the console itself, compressed: its code and the English texts. */
export const CONSOLE_BYTES_MAX = 299_500
/** What it may load later: the editor of scripts, at most 180 kB, the page where sync is configured, and the texts of a second language. */
export const LATER_BYTES_MAX = 256_000
/** The page of a record, which agents open, loads nothing of the console. */
export const RECORD_BYTES_MAX = 6_000
/** The documents that Help shows are loaded with it. They grow with each promise that we make, and so are counted apart. */
export const DOCUMENTS_BYTES_MAX = 40_000

const DOCUMENT_BYTES = (await Promise.all(DOCUMENTS.map(shownDocument)))
  .map((document) => gzipSync(document).length)
  .reduce((sum, bytes) => sum + bytes, 0)

const scriptsOf = (built: BuiltPackage) =>
  recordsOf(built, 'sys_ux_lib_asset').filter(({ values }) => /javascript/.test(values['mime_type'] ?? ''))

/** Compressed size of the scripts that come with the console, of those that it loads later, and of the page of a record, in bytes. */
export function clientBytes(built: BuiltPackage): Readonly<Record<'first' | 'later' | 'record', number>> {
  const { first, later } = partsOfPage(built)
  const sizeOf = (parts: readonly PagePart[]) => parts.reduce((sum, { content }) => sum + gzipSync(content).length, 0)
  const isOfRecord = ({ name }: PagePart) => name === 'record'
  return {
    first: sizeOf(first.filter((part) => !isOfRecord(part))),
    later: sizeOf(later),
    record: sizeOf(first.filter(isOfRecord)),
  }
}

/** The SDK keeps quiet about a script that a page names and that it cannot find: the browser would. */
const missingScripts = (built: BuiltPackage): readonly Finding[] => {
  const own = `/uxasset/externals/${built.scope}/`
  const packed = new Set(scriptsOf(built).map(({ values }) => `/uxasset/externals/${values['name']}.jsdbx`))
  return recordsOf(built, 'sys_ui_page').flatMap((page) =>
    [...(page.values['html'] ?? '').matchAll(/<script[^>]* src="([^"?]*)/g)]
      .map(([, source]) => source ?? '')
      .filter((source) => !source.startsWith('/') || source.startsWith(own))
      .filter((source) => !packed.has(source))
      .map((source) => ({ where: nameOf(page), what: `names a script that is not packed: ${source}` })),
  )
}

/** The console's page is packed, small, and without its sources: neither source maps nor the marks of the on-instance editor. */
export const clientIsARelease: Rule = (built) => {
  const assets = recordsOf(built, 'sys_ux_lib_asset')
  const maps = assets.filter(({ values }) => values['name']?.endsWith('.map'))
  const marked = scriptsOf(built).flatMap((asset): Finding[] => {
    const content = asset.values['content'] ?? ''
    const where = nameOf(asset)
    return [
      ...(/\/\/[#@] sourceMappingURL=/.test(content) ? [{ where, what: 'points to a source map' }] : []),
      ...(content.includes('data-source-loc') ? [{ where, what: 'was built for editing on the instance' }] : []),
    ]
  })
  const sources = built.records.filter(({ table }) => /source_artifact/.test(table))
  const bytes = clientBytes(built)
  return [
    ...maps.map((asset) => ({ where: nameOf(asset), what: 'is a source map' })),
    ...sources.map((record) => ({ where: nameOf(record), what: 'carries the sources of the page' })),
    ...marked,
    ...missingScripts(built),
    ...(scriptsOf(built).length === 0 ? [{ where: 'sys_ux_lib_asset', what: 'the console has no script' }] : []),
    ...partsThatRunThePageAgain(built).map((where) => ({ where, what: 'imports the script of the page' })),
    ...(bytes.first > CONSOLE_BYTES_MAX
      ? [{ where: 'sys_ux_lib_asset', what: `${bytes.first} bytes compressed are too many` }]
      : []),
    ...(bytes.later - DOCUMENT_BYTES > LATER_BYTES_MAX
      ? [
          {
            where: 'sys_ux_lib_asset',
            what: `${bytes.later - DOCUMENT_BYTES} bytes that are loaded later, compressed, are too many`,
          },
        ]
      : []),
    ...(bytes.record === 0 || bytes.record > RECORD_BYTES_MAX
      ? [{ where: 'sys_ux_lib_asset', what: `the page of a record has ${bytes.record} bytes compressed` }]
      : []),
    ...(DOCUMENT_BYTES > DOCUMENTS_BYTES_MAX
      ? [{ where: 'sys_ux_lib_asset', what: `${DOCUMENT_BYTES} bytes of documents, compressed, are too many` }]
      : []),
  ]
}

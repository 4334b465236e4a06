import { gzipSync } from 'node:zlib'
import { nameOf, recordsOf, type BuiltPackage } from './built-package.ts'
import type { Finding, Rule } from './finding.ts'

/** What a browser may have to load for the console, compressed. */
export const CLIENT_BYTES_MAX = 300_000

const scriptsOf = (built: BuiltPackage) =>
  recordsOf(built, 'sys_ux_lib_asset').filter(({ values }) => /javascript/.test(values['mime_type'] ?? ''))

/** Compressed size of all the console's scripts, in bytes. */
export const clientBytes = (built: BuiltPackage): number =>
  scriptsOf(built).reduce((sum, { values }) => sum + gzipSync(values['content'] ?? '').length, 0)

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
    ...(scriptsOf(built).length === 0 ? [{ where: 'sys_ux_lib_asset', what: 'the console has no script' }] : []),
    ...(bytes > CLIENT_BYTES_MAX
      ? [{ where: 'sys_ux_lib_asset', what: `${bytes} bytes compressed are too many` }]
      : []),
  ]
}

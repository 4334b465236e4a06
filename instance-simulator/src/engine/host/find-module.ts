import type { RecordStore, Row } from '../../contracts.ts'
import { firstRow, rowsOf } from '../metadata.ts'

/** `scope/pkg/1.0.0/dist` and `./x.js` → `scope/pkg/1.0.0/dist/x.js`. */
const join = (directory: string, relative: string) => `${directory}/${relative.replace(/^\.\//, '')}`

/**
 * The row of sys_module that an import means: its exact path, or, for `name/subpath`, what the `exports` of that package say. The
 * SDK packs a dependency as `<scope>/<name>/<version>/package.json` beside its modules. No search, no guessed extension.
 */
export function findModule(store: RecordStore, specifier: string, importer: string): Row | undefined {
  const exact = firstRow(store, 'sys_module', `path=${specifier}`)
  if (exact || importer === '') return exact
  const scope = importer.split('/')[0] ?? ''
  const [name = '', ...subpath] =
    /^(@[^/]+\/[^/]+|[^@/][^/]*)(?:\/(.+))?$/.exec(specifier)?.slice(1).filter(Boolean) ?? []
  if (name === '') return undefined
  const manifest = rowsOf(store, 'sys_module', `pathSTARTSWITH${scope}/${name}/^pathENDSWITH/package.json`)[0]
  if (!manifest) return undefined
  const { exports } = JSON.parse(manifest['content'] ?? '{}') as { exports?: Readonly<Record<string, string>> }
  const target = exports?.[['.', ...subpath].join('/')]
  const directory = (manifest['path'] ?? '').replace(/\/package\.json$/, '')
  return target === undefined ? undefined : firstRow(store, 'sys_module', `path=${join(directory, target)}`)
}

import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildApp, packagePath, publish, publishApart, updateKeys } from './build-app.ts'
import { configuredScope, requireScope } from './scope.ts'
import { root } from './sources.ts'
import { writeUpdateSet } from './update-set.ts'

/**
 * `npm run build:app`; `npm run build:update-set` (`--update-set`) writes an update set as XML beside the zip. With
 * `-- --scope x_12345_accord` under the prefix of a company, into a directory of its own; with `-- --update-keys` it gives
 * new records their ids in keys.ts.
 */
const OPTIONS = {
  scope: { type: 'string' },
  'update-keys': { type: 'boolean' },
  'update-set': { type: 'boolean' },
} as const

try {
  const { values } = parseArgs({ options: OPTIONS })
  const configured = configuredScope(root)
  const scope = requireScope(values.scope ?? configured)
  if (values['update-keys']) await updateKeys()
  const built = await buildApp(scope)
  const zip = scope === configured ? packagePath : await publishApart(built)
  if (scope === configured) await publish(built)
  process.stdout.write(`${built.fresh ? 'Built' : 'Unchanged'}: ${zip}\n`)
  if (values['update-set']) {
    const path = join(dirname(zip), 'accord-update-set.xml')
    await writeUpdateSet(built, path)
    process.stdout.write(`Update set: ${path}\n`)
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}

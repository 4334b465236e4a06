import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DEFAULT_SCOPE, isScope, SCOPE_FORM, SCOPE_LENGTH_MAX } from '../../shared/src/protocol/application-scope.ts'

export { DEFAULT_SCOPE }

const CONFIG = 'now.config.json'
const KEYS = join('now-app', 'src', 'fluent', 'generated', 'keys.ts')
/** The SDK wants names of tables in these as literals: of tables as exported names, in tests as they are passed to a step. */
const LITERAL = ['tables', 'tests'].map((folder) => join('now-app', 'src', 'fluent', folder))
const SERVER_SCOPE = join('now-app', 'src', 'server', 'scope.ts')

/** The scope that now.config.json below this directory names. */
export const configuredScope = (directory: string): string =>
  (JSON.parse(readFileSync(join(directory, CONFIG), 'utf8')) as { scope: string }).scope

/** Throws with the rule for a scope that no instance takes. */
export function requireScope(scope: string): string {
  if (isScope(scope)) return scope
  const fault =
    scope.length > SCOPE_LENGTH_MAX && SCOPE_FORM.test(scope)
      ? `It has ${scope.length} characters.`
      : 'It has another form.'
  throw new Error(
    `${JSON.stringify(scope)} is no scope that an instance takes. ${fault}\n` +
      `A scope is x_, the prefix that ServiceNow issued to your company, _ and a name, in lower case, and at most ${SCOPE_LENGTH_MAX} characters.\n` +
      'The prefix has 2 to 5 letters and digits, or is a longer number; the name has letters, digits and single _: x_12345_accord.\n' +
      'Your prefix stands on your instance in the system property glide.appcreator.company.code.',
  )
}

/**
 * An id of the records under another scope. Two builds of the application never share one, so that an instance that has had
 * both cannot mix them up, and each build of one scope has the same ids again, so that it is an upgrade of the last.
 * The beginning stays: the SDK keeps keys.ts in the order of the ids, and compares it as text.
 */
const idUnder = (scope: string, id: string): string => id.slice(0, 8) + idOf(scope, id).slice(0, 24)

/** The id, under this scope, of what goes by this name. */
export const idOf = (scope: string, name: string): string =>
  createHash('sha256').update(`${scope}\n${name}`).digest('hex').slice(0, 32)

async function rewrite(path: string, change: (text: string) => string): Promise<void> {
  await writeFile(path, change(await readFile(path, 'utf8')))
}

/**
 * Gives a copy of the sources their scope. Everything derives from `server/scope.ts` and the SDK's configuration; the SDK
 * itself wants the names of the tables as exported names, and keeps them and the records' ids in keys.ts.
 */
export async function takeScope(directory: string, scope: string): Promise<void> {
  await writeFile(join(directory, SERVER_SCOPE), `export const SCOPE = '${scope}'\n`)
  if (scope === DEFAULT_SCOPE) return
  const renamed = (text: string) => text.replaceAll(DEFAULT_SCOPE, scope)
  await rewrite(join(directory, CONFIG), (text) => {
    const config = JSON.parse(text) as { scopeId: string }
    return JSON.stringify({ ...config, scope, scopeId: idUnder(scope, config.scopeId) }, undefined, 2)
  })
  for (const folder of LITERAL)
    for (const file of await readdir(join(directory, folder))) await rewrite(join(directory, folder, file), renamed)
  await rewrite(join(directory, KEYS), (text) => {
    // A key may name a record of the platform as well, such as the input of a test's step: that has one id everywhere.
    const own = new Set([...text.matchAll(/\bid: '([0-9a-f]{32})'/g)].map(([, id]) => id))
    return renamed(text).replaceAll(/\b[0-9a-f]{32}\b/g, (id) => (own.has(id) ? idUnder(scope, id) : id))
  })
}

import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { consoleCallsAt, type ConsoleCall } from '@accord/shared/contracts'
import { INSTANCE_API, INSTANCE_SYNC_API } from '@accord/shared/protocol'

const HEADER = '// Written by now-app/build/rest-api.ts from the contracts of shared/.\n'
const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)
const quoted = (text: string): string => JSON.stringify(text)

/** The platform's script of a route is one function of a module: here they are, each for the one that serves it. */
const scripts = (calls: readonly ConsoleCall[]): string => `${HEADER}
import type { RestRequest, RestResponse } from '../platform/rest-exchange.d.ts'
import { serve } from './serve.ts'
${calls
  .map(
    ({ name }) => `
export const ${name} = (request: RestRequest, response: RestResponse): void => serve('${name}', request, response)`,
  )
  .join('')}
`

const SYNC_CALLS = Object.keys(INSTANCE_SYNC_API) as (keyof typeof INSTANCE_SYNC_API)[]
const syncScript = (call: string): string => `sync${capital(call)}`

const syncScripts = (): string => `${HEADER}
import type { RestRequest, RestResponse } from '../../platform/rest-exchange.d.ts'
import { serveSync } from './serve-sync.ts'
${SYNC_CALLS.map(
  (call) => `
export const ${syncScript(call)} = (request: RestRequest, response: RestResponse): void => serveSync('${call}', request, response)`,
).join('')}
`

interface Route {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly summary: string
  readonly script: string
  readonly acl: string
  readonly more?: string
  /** Of a route without a login: why there is none, in the record that a reviewer reads. */
  readonly whyPublic?: string
}

const ACLS = {
  admin: 'restAdmin',
  maintainer: 'restMaintainer',
  auditor: 'restAuditor',
  rules_author: 'restRulesAuthor',
  public: 'restPublic',
  people: 'restPeople',
}
/** In the records, for whoever reviews the routes of an instance; the whole reason stands in docs/store-review.md. */
const WHY_PUBLIC = {
  discovery: 'Public: asked before any credential exists; holds no secret',
  signed: "Public; needs the node's HMAC signature",
} as const

/** Without a login, so that a node can call; the ACL for the role `public` still applies. */
const OPEN = { acl: ACLS.public, more: '\n      authentication: false,\n      internalRole: false,' }

const ofTheNode: readonly Route[] = [
  {
    ...OPEN,
    whyPublic: WHY_PUBLIC.discovery,
    id: 'discovery',
    method: 'GET',
    path: INSTANCE_API.discovery,
    summary: 'Names the node of this instance',
    script: 'readDiscovery',
  },
  {
    ...OPEN,
    whyPublic: WHY_PUBLIC.signed,
    id: 'events',
    method: 'POST',
    path: INSTANCE_API.events,
    summary: 'Signed news from the node about one connection',
    script: 'receiveEvent',
  },
]

/** For everybody with an account. */
const ofPeople: readonly Route[] = [
  {
    id: 'record',
    method: 'GET',
    path: INSTANCE_API.record,
    summary: 'The sync of a record, for whoever may read it',
    script: 'readRecordSync',
    acl: ACLS.people,
  },
]

const SYNC_SUMMARIES: Readonly<Record<keyof typeof INSTANCE_SYNC_API, string>> = {
  watch: 'The active triggers of the node',
  check: 'Checks the condition of a trigger and counts',
  pull: 'What may have changed, and what became of write plans',
  scan: 'Which records have which version',
  read: 'Records, as far as sync access allows',
  find: 'Looks records up by exact values',
  describe: 'What sync access opens',
  pairs: 'Which records are paired with which',
  apply: 'Takes write plans',
  send: 'Has the contents of a file sent to the node',
  notify: 'Queues an event: something needs a person',
}

const ofSync: readonly Route[] = SYNC_CALLS.map((call) => ({
  ...OPEN,
  whyPublic: WHY_PUBLIC.signed,
  id: `sync-${call}`,
  method: 'POST',
  path: INSTANCE_SYNC_API[call],
  summary: SYNC_SUMMARIES[call],
  script: syncScript(call),
}))

const routeOf = ({ name, method, path, summary, role }: ConsoleCall): Route => ({
  id: kebab(name),
  method,
  path,
  summary,
  script: name,
  acl: ACLS[role],
})

const declare = ({ id, method, path, summary, script, acl, more = '', whyPublic }: Route): string => `
    {
      $id: Now.ID['route-${id}'],
      name: '${id}',
      method: '${method}',
      path: '${path}',
      shortDescription: ${quoted(whyPublic === undefined ? summary : `${summary}. ${whyPublic}`)},
      script: ${script},
      enforceAcl: [${acl}],${more}
    },`

/** Every route names its own ACL: without one the platform's default applies and overrides what the API says. */
const declaration = (calls: readonly ConsoleCall[]): string => `${HEADER}
import { RestApi } from '@servicenow/sdk/core'
import { restAdmin } from '../acls/rest-admin.now.ts'
import { restAuditor } from '../acls/rest-auditor.now.ts'
import { restMaintainer } from '../acls/rest-maintainer.now.ts'
import { restPeople } from '../acls/rest-people.now.ts'
import { restPublic } from '../acls/rest-public.now.ts'
import { restRulesAuthor } from '../acls/rest-rules-author.now.ts'
import { ${calls.map(({ name }) => name).join(', ')} } from '../../server/routes/console-routes.ts'
import { readDiscovery } from '../../server/routes/read-discovery.ts'
import { readRecordSync } from '../../server/routes/read-record-sync.ts'
import { receiveEvent } from '../../server/routes/receive-event.ts'
import { ${SYNC_CALLS.map(syncScript).join(', ')} } from '../../server/sync/routes/sync-routes.ts'

RestApi({
  $id: Now.ID['rest-v1'],
  name: 'Accord',
  serviceId: 'v1',
  shortDescription: 'The console of this instance and the callbacks of its node',
  consumes: 'application/json',
  produces: 'application/json',
  enforceAcl: [restAdmin],
  routes: [${[...ofTheNode, ...ofPeople, ...ofSync, ...calls.map(routeOf)].map(declare).join('')}
  ],
})
`

/**
 * The instance's REST interface as the SDK wants it, which runs no code of ours: a literal for each route, and a function for
 * each script. What they say stands in the contracts.
 */
export async function writeRestApi(directory: string): Promise<void> {
  const calls = consoleCallsAt('instance')
  const source = join(directory, 'now-app', 'src')
  await writeFile(join(source, 'server', 'routes', 'console-routes.ts'), scripts(calls))
  await writeFile(join(source, 'server', 'sync', 'routes', 'sync-routes.ts'), syncScripts())
  await mkdir(join(source, 'fluent', 'rest'), { recursive: true })
  await writeFile(join(source, 'fluent', 'rest', 'accord.now.ts'), declaration(calls))
}

import { parseArgs } from 'node:util'

export interface Options {
  readonly url: string
  readonly credentials: Credentials
  readonly scope: string
  /** Rows of docs/unverified.md; empty: all that can be asked. */
  readonly only: readonly number[]
  readonly dryRun: boolean
  readonly json: boolean
  readonly evenProduction: boolean
  /** How long to wait for what a scheduler does. */
  readonly timeoutMs: number
}

export type Credentials =
  | { readonly kind: 'password'; readonly user: string; readonly password: string }
  | { readonly kind: 'oauth'; readonly clientId: string; readonly clientSecret: string }

export const HELP = `npm run probe:instance [-- --dry-run] [-- --json] [-- --only 2,31]

Asks a ServiceNow developer instance what docs/unverified.md only supposes, and prints each row of it as confirmed,
refuted or unknown with what was seen. What it makes for that (routes, rules, jobs, an incident, a user) begins with
accord_probe and is removed again, also after Ctrl-C; what an earlier run left behind is found and removed first.
What stays: lines in the logs and in the audit, and the numbers of the incidents.

  ACCORD_INSTANCE_URL            https://dev00000.service-now.com
  ACCORD_INSTANCE_USER           an administrator
  ACCORD_INSTANCE_PASSWORD
  ACCORD_INSTANCE_CLIENT_ID      instead of user and password, where the instance asks for a second factor: a client
  ACCORD_INSTANCE_CLIENT_SECRET  of OAuth with the grant "client credentials" (rows about pages stay unknown then)

  --dry-run          says what it would make, row by row; reads, and changes nothing
  --json             the result as JSON on standard output
  --only 2,31        these rows only
  --scope x_1_accord the scope of the application, where it was built under another prefix (x_accrd_bridge)
  --timeout 60      seconds to wait for what a scheduler does (60)
  --even-production  also where the instance says that it is a production instance

Ends with 0 where nothing was refuted, with 1 where something was, with 2 where it could not ask or not tidy up.
`

/** What is wrong with how the command was called, or with the instance; its text is for the person who called. */
export class ProbeError extends Error {}

type Environment = Readonly<Record<string, string | undefined>>

/** Undefined: help was asked for. */
export function readOptions(parameters: readonly string[], environment: Environment): Options | undefined {
  const { values } = parse(parameters)
  if (values.help) return undefined
  return {
    url: instanceUrl(environment['ACCORD_INSTANCE_URL']),
    credentials: credentialsOf(environment),
    scope: values.scope,
    only: values.only === undefined ? [] : values.only.split(',').map(rowNumber),
    dryRun: values['dry-run'],
    json: values.json,
    evenProduction: values['even-production'],
    timeoutMs: seconds(values.timeout) * 1000,
  }
}

function parse(parameters: readonly string[]) {
  try {
    return parseArgs({
      args: [...parameters],
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        'dry-run': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        only: { type: 'string' },
        scope: { type: 'string', default: 'x_accrd_bridge' },
        timeout: { type: 'string', default: '60' },
        'even-production': { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw new ProbeError(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`)
  }
}

function instanceUrl(text: string | undefined): string {
  if (text === undefined || text === '') throw new ProbeError(`ACCORD_INSTANCE_URL is missing.\n\n${HELP}`)
  const url = URL.parse(text)
  if (!url || !/^https?:$/u.test(url.protocol))
    throw new ProbeError(`ACCORD_INSTANCE_URL is no URL: ${text}. Give it as https://dev00000.service-now.com`)
  const isLoopback = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
  if (url.protocol === 'http:' && !isLoopback)
    throw new ProbeError(`ACCORD_INSTANCE_URL must begin with https: the password would travel in the clear.`)
  return url.origin
}

function credentialsOf(environment: Environment): Credentials {
  const { ACCORD_INSTANCE_CLIENT_ID: clientId, ACCORD_INSTANCE_CLIENT_SECRET: clientSecret } = environment
  if (clientId && clientSecret) return { kind: 'oauth', clientId, clientSecret }
  const { ACCORD_INSTANCE_USER: user, ACCORD_INSTANCE_PASSWORD: password } = environment
  if (user && password) return { kind: 'password', user, password }
  throw new ProbeError(
    'ACCORD_INSTANCE_USER and ACCORD_INSTANCE_PASSWORD are missing, or ACCORD_INSTANCE_CLIENT_ID and _CLIENT_SECRET.',
  )
}

function rowNumber(text: string): number {
  if (!/^\d{1,3}$/u.test(text.trim())) throw new ProbeError(`--only takes numbers of rows, as 2,31, not ${text}`)
  return Number(text)
}

function seconds(text: string): number {
  if (!/^\d{1,4}$/u.test(text)) throw new ProbeError(`--timeout takes seconds, not ${text}`)
  return Number(text)
}

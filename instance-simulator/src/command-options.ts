import { parseArgs } from 'node:util'
import { isRelease, NEWEST_RELEASE, RELEASES, type Release } from './releases.ts'
import { defaultUsers, type SimulatedUser } from './records/base/seed-people.ts'

export const usage = `accord-instance: a small ServiceNow for development and tests

  accord-instance [--name NAME] [--port PORT] [--data DIRECTORY] [--app PACKED.zip]… [--user NAME:PASSWORD:ROLE,ROLE]…

  --name   what the instance calls itself (dev)
  --port   TCP port on 127.0.0.1; 0 takes a free one (8080)
  --url    address by which others reach it, where a proxy stands before it (http://127.0.0.1:PORT)
  --data   directory where records survive a restart; without it they do not
  --app    a package made by "now-sdk pack"; may be given several times
  --update-set     an update set saved as XML, committed at the start, with all that its preview asks accepted; may be given several times
  --user   one more person who may log in; may be given several times
  --clone-of       data directory of another instance: this one begins as a copy of it, at an address of its own
  --language       a language beside English whose plugin is active, such as de; may be given several times
  --demo-set       some thousand generated rows of people, configuration items and work
  --no-strict      sessions unlike the platform's: all transactions beside each other, none refused, idle ones live on
  --release        whose engine and session rules hold: ${RELEASES.join(', ')} (${NEWEST_RELEASE})
  --scheduler-delay   milliseconds until asynchronous rules, events and jobs begin (1000, as on a quiet instance)
  --no-demo-data   leave out the demo records of the packages
  --verbose        log what happens to stderr
  --help

Users are admin/admin (admin) and abel.tuter/abel (itil). It listens on this machine only.
`

export interface CommandOptions {
  readonly name: string
  readonly port: number
  readonly publicUrl: string | undefined
  readonly dataDir: string | undefined
  readonly apps: readonly string[]
  readonly updateSets: readonly string[]
  readonly users: readonly SimulatedUser[]
  readonly demoData: boolean
  readonly schedulerDelayMs: number
  readonly cloneOf: string | undefined
  readonly demoSet: boolean
  readonly languages: readonly string[]
  readonly strict: boolean
  readonly release: Release
  readonly verbose: boolean
}

/** 'help', or the options. Throws an Error whose message is for the person who typed. */
export function readCommandOptions(args: readonly string[]): CommandOptions | 'help' {
  const { values } = parseArgs({
    args: [...args],
    allowNegative: true,
    options: {
      name: { type: 'string', default: 'dev' },
      port: { type: 'string', default: '8080' },
      url: { type: 'string' },
      data: { type: 'string' },
      app: { type: 'string', multiple: true, default: [] },
      'update-set': { type: 'string', multiple: true, default: [] },
      user: { type: 'string', multiple: true, default: [] },
      'scheduler-delay': { type: 'string', default: '1000' },
      'clone-of': { type: 'string' },
      language: { type: 'string', multiple: true, default: [] },
      'demo-set': { type: 'boolean', default: false },
      strict: { type: 'boolean', default: true },
      release: { type: 'string', default: NEWEST_RELEASE },
      'demo-data': { type: 'boolean', default: true },
      verbose: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) return 'help'
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port ${values.port} is no TCP port`)
  const schedulerDelayMs = Number(values['scheduler-delay'])
  if (!Number.isInteger(schedulerDelayMs) || schedulerDelayMs < 0)
    throw new Error(`--scheduler-delay ${values['scheduler-delay']} is no number of milliseconds`)
  const { release } = values
  if (!isRelease(release)) throw new Error(`--release ${release} is none of ${RELEASES.join(', ')}`)
  return {
    schedulerDelayMs,
    cloneOf: values['clone-of'],
    demoSet: values['demo-set'],
    languages: values.language,
    strict: values.strict,
    release,
    name: values.name,
    port,
    publicUrl: readUrl(values.url),
    dataDir: values.data,
    apps: values.app,
    updateSets: values['update-set'],
    users: [...defaultUsers, ...values.user.map(readUser)],
    demoData: values['demo-data'],
    verbose: values.verbose,
  }
}

function readUrl(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  if (!URL.canParse(text) || !/^https?:/u.test(text)) throw new Error(`--url ${text} is no address of http or https`)
  return text.replace(/\/+$/u, '')
}

function readUser(text: string): SimulatedUser {
  const [userName = '', password = '', roles = ''] = text.split(':')
  if (userName === '' || password === '') throw new Error(`--user ${text}: NAME:PASSWORD:ROLE,ROLE is expected`)
  const [firstName = userName, lastName = ''] = userName
    .split('.')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
  return { userName, password, firstName, lastName, roles: roles.split(',').filter(Boolean) }
}

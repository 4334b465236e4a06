import type { ConsoleRight } from '../protocol/index.js'
import { CONSOLE } from './console.js'
import type { Answer, Contract, Params, Query, SentBody } from './contract.js'
import { CONTRACTS } from './operations.js'

const ALL = { ...CONTRACTS, ...CONSOLE }
type All = typeof ALL

/** What the pages call by name, on one host or on both. */
export type ConsoleCallName = {
  [Name in keyof All]: All[Name] extends { readonly role: string } ? Name : never
}[keyof All]
/** What they call wherever they run. */
export type SharedCallName = {
  [Name in ConsoleCallName]: All[Name] extends { readonly host: 'bridge' } | { readonly audience: 'operator' }
    ? never
    : Name
}[ConsoleCallName]
/** What a host answers by itself, without an operation of the node. */
export type OwnCallName<Host extends 'instance' | 'bridge'> = {
  [Name in keyof typeof CONSOLE]: (typeof CONSOLE)[Name] extends { readonly host: Exclude<'instance' | 'bridge', Host> }
    ? never
    : Name
}[keyof typeof CONSOLE]

export type AnswerTo<Name extends ConsoleCallName> = Answer<All[Name]>

type Needed<Key extends string, Value> = [Value] extends [undefined]
  ? { readonly [K in Key]?: undefined }
  : [keyof Value] extends [never]
    ? { readonly [K in Key]?: Value }
    : { readonly [K in Key]: Value }

/** What a page gives along. It never sends `actor`: the host adds who is logged in. */
export type InputOf<Name extends ConsoleCallName> = Needed<'params', Params<All[Name]>> &
  Needed<'body', SentBody<All[Name]>> & {
    readonly query?: { readonly [Member in keyof Query<All[Name]>]?: string }
  }

/** A call of the pages. On an instance it stands below INSTANCE_API.base, on the bridge `/console/…` is `/console/v1/…`. */
export interface ConsoleCall {
  readonly name: ConsoleCallName
  readonly method: Contract['method']
  readonly path: string
  readonly role: ConsoleRight | 'public'
  readonly audience: Contract['audience']
  /** Where it is to be had: both when absent. */
  readonly host: Contract['host']
  readonly summary: string
  readonly asks: boolean
}

const consolePathOf = ({ path, consolePath }: Contract): string =>
  consolePath ?? path.replace(/^\/(?:instance|operator)\/v1(?:\/console)?/, '/console')

function listConsoleCalls(): Readonly<Record<ConsoleCallName, ConsoleCall>> {
  const calls: [string, ConsoleCall][] = []
  for (const [name, contract] of Object.entries(ALL) as [ConsoleCallName, Contract][]) {
    const { method, audience, role, summary, asks = false } = contract
    if (!role) continue
    const host = audience === 'operator' ? 'bridge' : contract.host
    calls.push([name, { name, method, path: consolePathOf(contract), role, audience, host, summary, asks }])
  }
  return Object.fromEntries(calls) as Record<ConsoleCallName, ConsoleCall>
}

export const CONSOLE_CALLS = /* @__PURE__ */ listConsoleCalls()

/** What the pages can call where this host serves them. */
export const consoleCallsAt = (host: 'instance' | 'bridge'): readonly ConsoleCall[] =>
  Object.values(CONSOLE_CALLS).filter((call) => call.host === undefined || call.host === host)

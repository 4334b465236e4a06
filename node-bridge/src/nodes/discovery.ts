import { DEFAULT_API_BASE, INSTANCE_API } from '@accord/shared/protocol'
import { DiscoveryDocument, InstanceDiscovery, type ResolvedDestination } from '@accord/shared/schemas'
import { z } from 'zod'

import { fingerprintOf } from '../keys/key-pair.ts'
import { Refusal } from '../refusals/refusal.ts'
import { whyOf } from '../refusals/refused-fields.ts'
import { endpointOf } from '../network/endpoint.ts'
import type { InstanceAddress } from './instance-address.ts'
import { refusalOfPage, sayPage } from './peer-answer.ts'
import type { RemoteAnswer, RemoteNodeClient } from './remote-node-client.ts'
import { basesOfTypedUrl } from '../network/typed-url.ts'
import type { UrlGuard } from '../network/url-guard.ts'

export interface Discovery {
  /**
   * The node behind what a person typed: a node's own URL, or that of an instance which names its node. Throws
   * `url_refused`, `not_accord`, `node_url_needed`, `instance_hibernates`, `gateway_page`, `protocol_violation` and the refusals of the network.
   */
  findDestination(url: string): Promise<ResolvedDestination>
  /** The document at a node's base URL. Throws `not_accord` when there is none. */
  readDocument(baseUrl: string): Promise<DatedDocument>
}

export interface DatedDocument {
  readonly document: DiscoveryDocument
  /** The other node's clock minus ours, taken in the middle of the exchange. */
  readonly clockDifferenceMs: number
}

export interface DiscoveryParts {
  readonly client: RemoteNodeClient
  readonly guard: UrlGuard
  readonly selfUid: string
  /** The instance that is paired with this node, whose scope may be its own. */
  readonly findOwnInstance: () => Promise<InstanceAddress | undefined>
  readonly now: () => Date
}

const InstanceAnswer = z.object({ result: InstanceDiscovery })

/** What an instance of ServiceNow answers where it has no application: its scope may be another. */
const PlatformRefusal = z.object({ error: z.object({ message: z.string() }), status: z.literal('failure') })

/** `pages`: those that came where a document was looked for, in words. `meetsPlatform`: an instance has answered without the application. */
interface Search extends DiscoveryParts {
  readonly pages: string[]
  meetsPlatform: boolean
}

export function createDiscovery(from: DiscoveryParts): Discovery {
  const begin = (): Search => ({ ...from, pages: [], meetsPlatform: false })
  return {
    readDocument: async (baseUrl) => {
      const search = begin()
      const found = await findDocument(search, baseUrl)
      if (!found) throw notAccord(search)
      return found
    },
    findDestination: async (url) => {
      const search = begin()
      for (const base of basesOfTypedUrl(url, from.guard)) {
        const found = (await findDocument(search, base)) ?? (await findThroughInstance(search, base))
        if (found) return describe(base, requireCallable(from, found), from.selfUid)
      }
      throw search.meetsPlatform ? new Refusal('node_url_needed') : notAccord(search)
    },
  }
}

const notAccord = ({ pages }: Search): Refusal => new Refusal('not_accord', pages[0])

/** Undefined when something else answers there; a failure of the network is thrown. */
async function findDocument({ client, now, pages }: Search, baseUrl: string): Promise<DatedDocument | undefined> {
  const sentAt = now().getTime()
  const answer = await client.send({ method: 'GET', url: endpointOf(baseUrl, 'discover') })
  const middle = (sentAt + now().getTime()) / 2
  const document = DiscoveryDocument.safeParse(answer.status === 200 ? answer.json : undefined)
  if (!document.success) return refusePage(answer, pages) ?? refuseHostile(document.error.issues)
  const clockDifferenceMs = Math.round(new Date(document.data.time).getTime() - middle)
  return { document: document.data, clockDifferenceMs }
}

/** A document of Accord with an address or a text that may not stand in one is named as that; whatever else does not fit is no Accord. */
function refuseHostile(issues: readonly z.core.$ZodIssue[]): undefined {
  const why = whyOf(issues)
  if (why === '' || issues.some(({ path }) => path.at(-1) === 'product')) return undefined
  const isAddress = issues.some(({ path }) => /url$/iu.test(String(path.at(-1))))
  throw new Refusal(isAddress ? 'url_refused' : 'protocol_violation', `Who answers there cannot be connected to:${why}`)
}

/** The application answers on the instance's own URL, in the platform's envelope: ours below its scope, others below the default one. */
async function findThroughInstance(parts: Search, base: string): Promise<DatedDocument | undefined> {
  const own = await parts.findOwnInstance()
  const apiBase = own?.instanceUrl === base ? own.apiBase : DEFAULT_API_BASE
  const instance = await askInstance(parts, { instanceUrl: base, apiBase })
  if (!instance) return undefined
  const { nodeUrl, instanceUid } = instance
  const found = await findDocument(parts, nodeUrl)
  if (!found)
    throw new Refusal(
      'not_accord',
      ['The instance names a node, but no node answers there.', ...parts.pages.slice(-1)].join(' '),
      { facts: { nodeUrl } },
    )
  if (found.document.node.instanceUid !== instanceUid)
    throw new Refusal('protocol_violation', 'The instance names a node that serves another instance.')
  return found
}

async function askInstance(
  search: Search,
  { instanceUrl, apiBase }: InstanceAddress,
): Promise<InstanceDiscovery | undefined> {
  const answer = await search.client.send({ method: 'GET', url: instanceUrl + apiBase + INSTANCE_API.discovery })
  search.meetsPlatform ||= PlatformRefusal.safeParse(answer.json).success
  const instance = InstanceAnswer.safeParse(answer.status === 200 ? answer.json : undefined)
  return instance.success
    ? instance.data.result
    : (refusePage(answer, search.pages) ?? refuseHostile(instance.error.issues))
}

/** Undefined for whatever else answers there; a page that nobody knows is remembered. Throws `instance_hibernates`, `gateway_page`. */
function refusePage(answer: RemoteAnswer, pages: string[]): undefined {
  const { page, status } = answer
  if (page?.code) throw refusalOfPage(answer, page.code)
  if (page) pages.push(sayPage(page, status))
}

/** The address in the document is the one that would be called, so it is checked, whichever address answered. */
function requireCallable({ guard }: DiscoveryParts, found: DatedDocument): DatedDocument {
  const { baseUrl, pollOnly } = found.document.node
  if (!pollOnly) guard.check(baseUrl)
  return found
}

function describe(url: string, { document, clockDifferenceMs }: DatedDocument, selfUid: string): ResolvedDestination {
  const [key] = document.keys
  return {
    url,
    local: document.node.instanceUid === selfUid,
    found: document,
    clockDifferenceMs,
    keyFingerprint: key === undefined ? null : fingerprintOf(key),
  }
}

/** Discovery is no trust root: it can only contradict a code, never vouch for it. Throws `identity_mismatch`. */
export function requireIdentity(document: DiscoveryDocument, identityThumbprint: string): void {
  if (!document.keys.includes(identityThumbprint)) throw new Refusal('identity_mismatch')
}

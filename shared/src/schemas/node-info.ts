import { z } from 'zod'
import { Id, IsoTime, Label, Mode, NodeKind, SemVer, Sha256 } from './primitives.js'
import { PeerUrl } from './urls.js'

/** What a node says about itself in codes, redeems and grants. Unknown extras are ignored. */
export const NodeInfo = z.object({
  instanceUid: Id,
  name: Label.min(1),
  baseUrl: PeerUrl,
  issueTrackerUrl: PeerUrl,
  nodeType: NodeKind,
  issueTrackerVersion: Label,
  nodeVersion: SemVer,
  pollOnly: z.boolean(),
  minRestVersion: SemVer,
  maxRestVersion: SemVer,
  minHubObjectVersion: SemVer,
  maxHubObjectVersion: SemVer,
})
export type NodeInfo = z.infer<typeof NodeInfo>

/** `GET /.well-known/accord-node`. A hint, never a trust root. */
export const DiscoveryDocument = z.object({
  product: z.literal('accord'),
  node: NodeInfo,
  modes: z.array(z.object({ mode: Mode, available: z.boolean(), reason: Label.optional() })).max(10),
  keys: z.array(Sha256).max(10),
  time: IsoTime,
})
export type DiscoveryDocument = z.infer<typeof DiscoveryDocument>

/** What the scoped application answers on an instance's own URL: where its node lives. */
export const InstanceDiscovery = z.object({ product: z.literal('accord'), nodeUrl: PeerUrl, instanceUid: Id })
export type InstanceDiscovery = z.infer<typeof InstanceDiscovery>

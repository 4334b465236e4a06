import { z } from 'zod'
import { CODE_BINDINGS, LIMITS, REDEMPTION_PURPOSES, SIDES, URL_CHARACTERS } from '../protocol/index.js'
import {
  ConnectionName,
  Description,
  HttpUrl,
  Id,
  IsoTime,
  Label,
  Mode,
  NodeKind,
  SemVer,
  ShortName,
} from './primitives.js'
import { DiscoveryDocument } from './node-info.js'

export const RemoteSide = z.object({
  instanceUid: Id.nullable(),
  name: Label.nullable(),
  nodeUrl: HttpUrl.nullable(),
  instanceUrl: HttpUrl.nullable(),
  nodeType: NodeKind.nullable(),
  nodeVersion: SemVer.nullable(),
  /** Short form of the pinned identity key, for two admins to compare by phone: `3F2A-91BC-77D0-E4A5`. */
  keyFingerprint: Label.nullable(),
})
export type RemoteSide = z.infer<typeof RemoteSide>

export const InvitationDetails = z.object({
  id: Id,
  state: z.enum(['open', 'spent', 'revoked', 'expired']),
  issuedAt: IsoTime,
  expiresAt: IsoTime,
  invitedInstanceUid: Id.nullable(),
  /**
   * Who can redeem the code: the holder of one of these keys; whoever names itself as the invited instance; whoever holds the
   * code. Null at the destination, which does not know it.
   */
  boundTo: z.enum(CODE_BINDINGS).nullable().default(null),
  /** Short forms of the identity keys that the invited instance's node listed when the code was issued. */
  invitedKeyFingerprints: z.array(Label).default([]),
  /** At the source: the address that was entered for the other side, as it was found; the other side may name another host. */
  destinationUrl: HttpUrl.nullable().default(null),
})
export type InvitationDetails = z.infer<typeof InvitationDetails>

/**
 * At the source: who proved to hold the code and was refused. `code`: of the refusal that it received. The names are its own words,
 * the key is proven. All of them null: attempts by further keys, which are only counted.
 */
export const RefusedRedeem = z.object({
  code: z.string(),
  instanceUid: Id.nullable(),
  name: Label.nullable(),
  nodeUrl: HttpUrl.nullable(),
  keyFingerprint: Label.nullable(),
  /** It holds the identity key of the connection's other side. */
  isPeer: z.boolean(),
  firstAt: IsoTime,
  lastAt: IsoTime,
  count: z.int().min(1),
})
export type RefusedRedeem = z.infer<typeof RefusedRedeem>

/** One connection as its own side sees it. `revision` grows with every change: a reader keeps the highest. */
export const ConnectionSnapshot = z.object({
  id: Id,
  revision: z.int().min(1),
  side: z.enum(SIDES),
  state: z.string(),
  stateReason: z.object({ code: z.string(), detail: z.string() }).nullable(),
  name: ConnectionName,
  localShortName: ShortName,
  remoteShortName: ShortName,
  description: Description,
  mode: Mode,
  local: z.boolean(),
  remote: RemoteSide,
  invitation: InvitationDetails.nullable(),
  /** This side's identity key, shown to compare by phone. */
  localKeyFingerprint: Label,
  restVersion: SemVer.nullable(),
  createdAt: IsoTime,
  updatedAt: IsoTime,
  activatedAt: IsoTime.nullable(),
  lastContactAt: IsoTime.nullable(),
  /** How the other side's node answers ours: null before the first contact. */
  health: z.enum(['up', 'slow', 'down']).nullable().default(null),
  refusedRedeems: z.array(RefusedRedeem).default([]),
})
export type ConnectionSnapshot = z.infer<typeof ConnectionSnapshot>

export const HandshakeEntry = z.object({
  id: Id,
  connectionId: Id,
  at: IsoTime,
  event: z.string().max(60),
  detail: z.string().max(1000),
  actor: Label,
})
export type HandshakeEntry = z.infer<typeof HandshakeEntry>

export const ConnectionDetail = z.object({ connection: ConnectionSnapshot, log: z.array(HandshakeEntry) })
export type ConnectionDetail = z.infer<typeof ConnectionDetail>
/**
 * Only in the answer to reissue and rekey: shown once, stored nowhere. `invitation`: of this code, where it is not the one that
 * made the connection.
 */
export const IssuedInvitation = z.object({
  connection: ConnectionSnapshot,
  code: z.string(),
  invitation: InvitationDetails.optional(),
})
/** `code` is null for a local connection: both ends are on this node, active at once. */
export const InitiateResponse = z.object({ connection: ConnectionSnapshot, code: z.string().nullable() })

/** `requestId`: made by the page; a repeated one replaces the code of the connection it made instead of making a second. */
export const InitiateRequest = z.strictObject({
  requestId: Id,
  /** As a person typed it; what is kept and sent is the address that was found there. */
  destinationUrl: z.string().max(URL_CHARACTERS).nullable(),
  mode: Mode,
  localShortName: ShortName,
  remoteShortName: ShortName,
  name: ConnectionName,
  description: Description,
  /** Ask the source's admin, with the fingerprint of who redeemed, before the connection becomes active. */
  approval: z.boolean().optional(),
  expiresInMs: z.int().min(LIMITS.invitationMinMs).max(LIMITS.invitationMaxMs).optional(),
  actor: Label,
})
export type InitiateRequest = z.infer<typeof InitiateRequest>

export const ActorRequest = z.strictObject({ actor: Label })
export const CheckNameRequest = z.strictObject({ name: z.string().max(1000) })
export const CheckNameResponse = z.object({ free: z.boolean(), suggestion: z.string().nullable() })

export const ResolveDestinationRequest = z.strictObject({ url: z.string().max(URL_CHARACTERS) })
/** `local`: the URL is this node's own; both ends live here. */
export const ResolvedDestination = z.object({
  url: HttpUrl,
  local: z.boolean(),
  found: DiscoveryDocument,
  clockDifferenceMs: z.int(),
  keyFingerprint: Label.nullable(),
})
export type ResolvedDestination = z.infer<typeof ResolvedDestination>

export const PreviewRequest = z.strictObject({ text: z.string().max(65_536) })
/** What the review screen shows. `warnings`: codes of the catalogue that do not stop the admin. `existingConnectionId`: this code was accepted before. */
export const InvitationPreview = z.object({
  invitationId: Id,
  /** `rekey`: renews the keys of a connection that this node has, or had before a restore. */
  purpose: z.enum(REDEMPTION_PURPOSES).optional(),
  issuedAt: IsoTime,
  expiresAt: IsoTime,
  expired: z.boolean(),
  keyFingerprint: Label,
  boundToThisInstance: z.boolean(),
  approval: z.boolean(),
  mode: Mode,
  name: ConnectionName,
  nameFree: z.boolean(),
  suggestedName: z.string(),
  localShortName: ShortName,
  remoteShortName: ShortName,
  description: Description,
  source: RemoteSide,
  /** `of`: what has no version in common (§5.3): the protocol, or the objects that travel by it. */
  version: z.object({
    of: z.enum(['rest', 'hubObject']),
    ours: z.object({ min: SemVer, max: SemVer }),
    theirs: z.object({ min: SemVer, max: SemVer }),
    chosen: SemVer.nullable(),
  }),
  warnings: z.array(z.string()),
  existingConnectionId: Id.nullable(),
})
export type InvitationPreview = z.infer<typeof InvitationPreview>

/** `name`: only what is local can be edited. */
export const AcceptRequest = z.strictObject({
  text: z.string().max(65_536),
  name: ConnectionName.optional(),
  actor: Label,
})
export type AcceptRequest = z.infer<typeof AcceptRequest>

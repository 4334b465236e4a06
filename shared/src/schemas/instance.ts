import { z } from 'zod'
import { API_BASE_FORM, isApiBase } from '../protocol/instance-api.js'
import { HttpUrl, Id, IsoTime, Label, SemVer } from './primitives.js'
import { TypedUrl } from './urls.js'
import { Tracker } from './console.js'
import { ConnectionSnapshot, HandshakeEntry } from './connection.js'
import { LicenceDetails } from './licence.js'
import { RunSettings } from './settings.js'

/** The node calls it, so that it is no path but that of an application: `/api/x_12345_accord/v1`. */
const ApiBase = z.string().regex(API_BASE_FORM).refine(isApiBase)

/**
 * The instance makes both secrets and the node keeps only what it needs: the hash of `token` (the instance's calls),
 * and `callbackKey` (base64, 32 bytes; the node signs its callbacks with it), encrypted. So a repeated request gives the same answer.
 */
export const PairingRequest = z.strictObject({
  pairingSecret: z.string().min(16).max(200),
  token: z.string().min(32).max(200),
  callbackKey: z.base64().min(40).max(200),
  instanceUrl: TypedUrl,
  /** Below that URL; absent: the path of the releases that did not tell it. */
  apiBase: ApiBase.optional(),
  /** What the platform calls it by; absent: a release that did not name it. */
  instanceId: Label.optional(),
  instanceName: Label.min(1),
  instanceVersion: Label,
  appVersion: SemVer,
  actor: Label,
})
export type PairingRequest = z.infer<typeof PairingRequest>

export const PairingResponse = z.object({
  instanceUid: Id,
  nodeUrl: HttpUrl,
  nodeVersion: SemVer,
  keyFingerprint: Label,
})
export type PairingResponse = z.infer<typeof PairingResponse>

/** `state`: `ok`, `warning` does not stop a connection, `failed` does. `code`: key of the text in the console. */
export const Finding = z.object({
  code: z.string(),
  state: z.enum(['ok', 'warning', 'failed']),
  detail: z.string(),
  remedy: z.string().nullable(),
  /** A code of the catalogue that says the remedy in other languages, where it is more exact than that of the finding. */
  problem: z.string().optional(),
})
export type Finding = z.infer<typeof Finding>

export const NodeStatus = z.object({
  instanceUid: Id,
  nodeUrl: HttpUrl,
  nodeVersion: SemVer,
  keyFingerprint: Label,
  time: IsoTime,
  instanceUrl: HttpUrl.nullable(),
  /** Where no instance is paired: what this side has instead. */
  tracker: Tracker.nullable(),
  licence: LicenceDetails,
  prerequisites: z.array(Finding),
  /** What a new code is given where the admin chooses nothing else. */
  codeDefaults: RunSettings.pick({ invitationValidityMs: true, approval: true }).optional(),
})
export type NodeStatus = z.infer<typeof NodeStatus>

/** The prerequisites after everything that can be asked was asked now. */
export const PrerequisiteCheck = z.object({ at: IsoTime, prerequisites: z.array(Finding) })
export type PrerequisiteCheck = z.infer<typeof PrerequisiteCheck>

export const PairingEnded = z.object({ pairing: z.null() })

/** What there is the node learns by its pull. */
export const NodeWoken = z.object({ woken: z.literal(true) })

/** Callback of the node to its instance. JSON is sent in ASCII (\u escapes) so that no charset can break the signature. */
export const InstanceEvent = z.object({
  kind: z.literal('connection.changed'),
  connection: ConnectionSnapshot,
  log: z.array(HandshakeEntry),
})
export type InstanceEvent = z.infer<typeof InstanceEvent>

export const PairingCodeResponse = z.object({ pairingCode: z.string(), expiresAt: IsoTime })

/** The instance that is paired, as the operator sees it. */
export const PairingDescription = z.object({
  pairing: z
    .object({
      instanceUrl: HttpUrl,
      instanceName: z.string(),
      instanceVersion: z.string(),
      appVersion: z.string(),
      pairedBy: z.string(),
      pairedAt: IsoTime,
    })
    .nullable(),
})

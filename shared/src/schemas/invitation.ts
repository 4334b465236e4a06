import { z } from 'zod'
import { REDEMPTION_PURPOSES } from '../protocol/index.js'
import { ConnectionName, Description, Id, Mode, NumericDate, Sha256, ShortName } from './primitives.js'
import { PeerUrl } from './urls.js'
import { NodeInfo } from './node-info.js'

/** The payload of an invitation code, PROTOCOL.md §3. Names are as the source sees them. */
export const InvitationPayload = z.object({
  v: z.literal(1),
  jti: Id,
  iat: NumericDate,
  exp: NumericDate,
  invitedInstanceUid: Id.optional(),
  invitationKey: z.strictObject({ d: Sha256, x: Sha256 }),
  purpose: z.enum(REDEMPTION_PURPOSES),
  connectionId: Id.optional(),
  connection: z.object({
    name: ConnectionName,
    localShortName: ShortName,
    remoteShortName: ShortName,
    description: Description,
    mode: Mode,
    destinationUrl: PeerUrl.optional(),
  }),
  nodeInfo: NodeInfo,
  approval: z.boolean(),
  /** The codes of one connection share `id`; each newer one has a higher `number` and replaces those before. */
  offer: z.object({ id: Id, number: z.int().min(1) }).optional(),
})
export type InvitationPayload = z.infer<typeof InvitationPayload>

import type { PAIRING } from '@accord/shared/contracts'

import type { Pairing } from '../../instance/pairing-service.ts'
import type { Trackers } from '../../instance/tracker-service.ts'
import type { Handlers } from '../handlers.ts'

export const pairingOperations = (pairing: Pairing, trackers: Trackers): Handlers<typeof PAIRING> => ({
  pairInstance: ({ body }) => pairing.pair(body),
  endPairing: ({ body }) => pairing.revoke(body.actor),
  issuePairingCode: () => pairing.issueCode(),
  listPairings: () => pairing.describe(),
  revokePairing: () => pairing.revoke(),
  setTracker: ({ body }) => trackers.set(body),
})

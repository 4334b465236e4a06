import {
  atDestination,
  hasTrait,
  LISTED_STATES,
  quoted,
  type RedemptionPurpose,
  stateAfter,
  statesWith,
} from '@accord/shared/protocol'
import type { GrantClaims } from '@accord/shared/schemas'

import type { ConnectionRecord } from '../store/connections/connection-record.ts'
import type { Db } from '../store/engine/tables.ts'
import { bringBack } from './bring-back.ts'
import { type Change, changeConnection } from './change-connection.ts'

type Step = Pick<Change, 'transition' | 'onlyIn' | 'event' | 'detail' | 'set'>

/** The step of a redeem at the issuer. `appointment`: the job that ends the connection where nobody confirms or approves it in time. */
interface Redeemed extends Step {
  readonly appointment?: 'abandonConnection' | 'expireApproval'
}

/** What a redemption writes into its connection. `text` is for people, and says what happened. */
interface Steps {
  /** At the issuer: the code was spent. */
  readonly redeemed: (text: string, approval: boolean) => Redeemed
  /** At the acceptor, as all that follows: the answer is outstanding. */
  readonly waiting: (text: string) => Step
  readonly acceptedAgain: Step
  readonly granted: (grant: GrantClaims) => Step
  /** How the grant is written. */
  readonly take: (transaction: Db, record: ConnectionRecord, now: Date, change: Change) => Promise<ConnectionRecord>
  readonly refused: (text: string) => Step
  readonly gaveUp: (text: string) => Step
}

/** States in which a code can bind fresh keys. A source that was restored to before the redeem has only the code of what its peer holds. */
export const RENEWABLE = LISTED_STATES.filter(
  (state) => hasTrait(state, 'contacted') || stateAfter({ side: 'source', state }, 'rekey') !== undefined,
)

const ACCEPTED_AGAIN = {
  event: 'acceptedAgain',
  detail: 'The same code was accepted again after a failure.',
  set: { reason: null },
} as const

const notRenewed = (text: string): Step => ({
  onlyIn: RENEWABLE,
  event: 'rekeyRefused',
  detail: `${text} The keys are as they were.`,
})

/** All that a re-key (PROTOCOL.md §5.11) differs in from the redemption that makes a connection. */
export const REDEMPTION_STEPS: Readonly<Record<RedemptionPurpose, Steps>> = {
  connect: {
    redeemed: (text, approval) =>
      approval
        ? {
            transition: 'redeemForApproval',
            event: 'redeemedForApproval',
            detail: `${text}; it waits for an approval here.`,
            appointment: 'expireApproval',
            set: { reason: null },
          }
        : {
            transition: 'redeem',
            event: 'redeemed',
            detail: `${text}; its first signed call is outstanding.`,
            appointment: 'abandonConnection',
            set: { reason: null },
          },
    waiting: (text) => ({ onlyIn: ['redeeming'], event: 'waiting', detail: text }),
    acceptedAgain: { ...ACCEPTED_AGAIN, ...atDestination('failed', 'retry') },
    granted: ({ status, restVersion, connection: { description }, nodeInfo: { name }, side }) =>
      status === 'granted'
        ? {
            transition: 'granted',
            event: 'granted',
            detail: `${quoted(name)} granted the connection; protocol version ${restVersion}.`,
            // A source that has forgotten the connection gets it back as what it was: two destinations would take each other's values.
            set: { description, ...(side === 'destination' && { side: 'source' as const }) },
          }
        : {
            transition: 'grantedForApproval',
            event: 'grantedForApproval',
            detail: `${quoted(name)} wants to approve the connection first.`,
            set: { description },
          },
    take: changeConnection,
    refused: (text) => ({ transition: 'refused', event: 'refused', detail: text }),
    gaveUp: (text) => ({ transition: 'giveUp', event: 'gaveUp', detail: text }),
  },
  rekey: {
    redeemed: (text) => ({
      onlyIn: statesWith('contacted'),
      event: 'rekeyRedeemed',
      detail: `${text}: both sides have fresh keys.`,
      set: { refusedRedeems: [] },
    }),
    waiting: (text) => ({ onlyIn: RENEWABLE, event: 'waiting', detail: text }),
    acceptedAgain: { ...ACCEPTED_AGAIN, onlyIn: RENEWABLE },
    granted: ({ nodeInfo: { name } }) => ({
      event: 'rekeyed',
      detail: `${quoted(name)} and this side have fresh keys; what was agreed before goes on.`,
    }),
    take: bringBack,
    refused: notRenewed,
    gaveUp: notRenewed,
  },
}

import { setTimeout as delay } from 'node:timers/promises'

import type { Invited } from '../handshake/handshake.ts'
import type { Pair } from '../handshake/pair.ts'
import type { Step } from '../network/proxy.ts'

/** When to kill: a step of a call between the nodes, an event on its way to an instance, or some time after the acceptance began. */
export type Moment =
  | { readonly kind: 'call'; readonly call: 'redeem' | 'confirm'; readonly step: Step }
  | { readonly kind: 'event'; readonly side: 'source' | 'destination'; readonly state: string }
  | { readonly kind: 'accepting'; readonly afterMs: number }

export const describeMoment = (moment: Moment): string => {
  if (moment.kind === 'call') return `${moment.call} has ${moment.step}`
  if (moment.kind === 'event') return `the ${moment.side}'s instance learns of ${moment.state}`
  return `the acceptance began ${moment.afterMs} ms ago`
}

/**
 * Calls `strike` once, when the moment of this handshake comes; the retries of others are let pass, or they would never
 * come to rest. What is on its way waits until the strike is over.
 */
export function atMoment(pair: Pair, moment: Moment, of: Invited, strike: () => Promise<unknown>): Promise<void> {
  return new Promise((resolve, reject) => {
    let struck = false
    const once = async () => {
      if (struck) return
      struck = true
      await strike().then(() => resolve(), reject)
    }
    if (moment.kind === 'accepting') void delay(moment.afterMs).then(once)
    if (moment.kind === 'call')
      pair.source.proxy.onStep((step, { path }) =>
        step === moment.step && path.endsWith(`/${moment.call}`) && isOf(of, path) ? once() : undefined,
      )
    if (moment.kind === 'event')
      pair[moment.side].instance.onEvent(({ state, invitation }) =>
        state === moment.state && invitation?.id === of.invitationId ? once() : undefined,
      )
  })
}

const isOf = ({ invitationId, sourceConnectionId }: Invited, path: string): boolean =>
  path.includes(invitationId) || path.includes(sourceConnectionId)

import { nextState } from '@accord/shared/protocol'

import { send, type Party, type Rules, type World } from './world.ts'

const CONNECTED = new Set(['active', 'deactivated'])
const OVER = new Set(['terminated', 'terminated_by_peer', 'terminating', 'abandoned'])

export const isConnected = (state: string): boolean => CONNECTED.has(state)

/** What the receiver of a message does, PROTOCOL.md §5 and §6. */
export function deliver(world: World, message: string, rules: Rules): World {
  const [kind = '', to = ''] = message.split(':')
  const party = to as Party
  switch (kind) {
    case 'redeem':
      return takeRedeem(world, party, rules)
    case 'call':
      return takeCall(world, party, rules)
    case 'terminateSource':
      return takeTermination(world, party, rules)
    case 'goneSource':
      return moveSource(world, 'peerTerminated', rules)
    case 'acknowledgeSource':
      return moveSource(world, 'terminateAcknowledged', rules)
    default:
      return takeAnswer(world, kind, party, rules)
  }
}

function takeRedeem(world: World, party: Party, rules: Rules): World {
  const spent = nextState(rules.invitation, world.invitation, 'redeem')
  const source = nextState(rules.source, world.source, rules.approval ? 'redeemForApproval' : 'redeem')
  if (spent !== undefined && source !== undefined)
    return answerHolder({ ...world, invitation: spent, holder: party, source }, party, rules)
  if (world.invitation !== 'spent') return send(world, `refused:${party}`, rules)
  if (world.holder === party && rules.idempotentRedeem) return answerHolder(world, party, rules)
  return send(world, `alreadyRedeemed:${party}`, rules)
}

function answerHolder(world: World, party: Party, rules: Rules): World {
  if (world.source === 'awaiting_approval') return send(world, `wait:${party}`, rules)
  return send(world, OVER.has(world.source) ? `refused:${party}` : `grant:${party}`, rules)
}

/** A call signed with the holder's key: the first one makes the connection active; a connection that is over says so. */
function takeCall(world: World, party: Party, rules: Rules): World {
  if (world.holder !== party) return world
  const woken = moveSource(world, 'firstSignedCall', rules)
  return OVER.has(woken.source) ? send(woken, `gone:${party}`, rules) : woken
}

function takeTermination(world: World, party: Party, rules: Rules): World {
  if (world.holder !== party) return world
  const ended = moveSource(world, 'peerTerminated', rules)
  return OVER.has(ended.source) ? send(ended, `acknowledge:${party}`, rules) : ended
}

function takeAnswer(world: World, kind: string, party: Party, rules: Rules): World {
  switch (kind) {
    case 'grant': {
      const accepted = move(move(world, party, 'granted', rules), party, 'approved', rules)
      if (accepted === world) return world
      return send(
        { ...accepted, acceptedBy: [...new Set([...world.acceptedBy, party])].toSorted() },
        `call:${party}`,
        rules,
      )
    }
    case 'wait':
      return move(world, party, 'grantedForApproval', rules)
    case 'refused':
      return move(move(world, party, 'refused', rules), party, 'rejected', rules)
    case 'alreadyRedeemed': {
      const refused = move(world, party, 'refused', rules)
      return { ...refused, falseAlarm: world.falseAlarm || (refused !== world && world.holder === party) }
    }
    case 'gone':
      return move(world, party, 'peerTerminated', rules)
    case 'terminate': {
      // Before the grant it cannot know the key that signs this, so it stays silent.
      if (['none', 'redeeming', 'failed'].includes(world[party])) return world
      return send(move(world, party, 'peerTerminated', rules), 'acknowledgeSource:A', rules)
    }
    case 'callSource':
      return OVER.has(world[party]) ? send(world, 'goneSource:A', rules) : world
    case 'acknowledge':
      return move(world, party, 'terminateAcknowledged', rules)
    default:
      throw new Error(`Nobody takes ${kind}`)
  }
}

export function moveSource(world: World, event: string, rules: Rules): World {
  const source = nextState(rules.source, world.source, event)
  return source === undefined ? world : { ...world, source }
}

export function move(world: World, party: Party, event: string, rules: Rules): World {
  const state = nextState(rules.destination, world[party], event)
  return state === undefined ? world : { ...world, [party]: state }
}

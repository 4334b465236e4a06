import { nextState } from '@accord/shared/protocol'

import { deliver, move, moveSource } from './deliveries.ts'
import { PARTIES, remove, send, type Party, type Rules, type Step, type StepKind, type World } from './world.ts'

/** Everything that can happen next. */
export function stepsFrom(world: World, rules: Rules): Step[] {
  const steps = [
    ...peopleAtSource(world, rules),
    ...timeAtSource(world, rules),
    ...PARTIES.filter((party) => party === 'B' || rules.thief).flatMap((party) => stepsOf(world, party, rules)),
    ...world.messages.flatMap((message) => stepsOfNetwork(world, message, rules)),
  ]
  return steps.filter(({ next }) => next !== world)
}

const step = (kind: StepKind, name: string, next: World): Step => ({ kind, name, next })

function peopleAtSource(world: World, rules: Rules): Step[] {
  const deleted = moveSource(world, 'delete', rules)
  return [
    step('person', 'A revokes', withInvitation(moveSource(world, 'revoke', rules), 'revoke', rules)),
    step('person', 'A approves', moveSource(world, 'approve', rules)),
    step('person', 'A rejects', moveSource(world, 'reject', rules)),
    step('person', 'A deletes', deleted === world ? world : withInvitation(deleted, 'revoke', rules)),
  ]
}

function timeAtSource(world: World, rules: Rules): Step[] {
  const isTerminating = world.source === 'terminating' && world.holder !== null
  const isActive = world.source === 'active' && world.holder !== null
  return [
    step('system', 'the code expires', withInvitation(moveSource(world, 'expire', rules), 'expire', rules)),
    step('system', 'confirmBy passes', moveSource(world, 'confirmByPassed', rules)),
    step('system', 'A calls', isActive ? send(world, `callSource:${world.holder}`, rules) : world),
    step('system', 'A tells its end', isTerminating ? send(world, `terminate:${world.holder}`, rules) : world),
    step('system', 'A stops telling', moveSource(world, 'giveUp', rules)),
  ]
}

function withInvitation(world: World, event: string, rules: Rules): World {
  const invitation = nextState(rules.invitation, world.invitation, event)
  return invitation === undefined ? world : { ...world, invitation }
}

function stepsOf(world: World, party: Party, rules: Rules): Step[] {
  const state = world[party]
  const asks = state === 'redeeming' || state === 'awaiting_approval'
  const pasted = { ...world, [party]: 'redeeming' }
  return [
    step('person', `${party} accepts`, state === 'none' ? send(pasted, `redeem:${party}`, rules) : world),
    step('person', `${party} deletes`, move(world, party, 'delete', rules)),
    step('system', `${party} asks again`, asks ? send(world, `redeem:${party}`, rules) : world),
    step('system', `${party} gives up`, move(world, party, 'giveUp', rules)),
    step('system', `${party} calls`, state === 'active' ? send(world, `call:${party}`, rules) : world),
    step(
      'system',
      `${party} tells its end`,
      state === 'terminating' ? send(world, `terminateSource:${party}`, rules) : world,
    ),
  ]
}

function stepsOfNetwork(world: World, message: string, rules: Rules): Step[] {
  return [
    step('system', `${message} arrives`, deliver(remove(world, message), message, rules)),
    step('fault', `${message} arrives and stays`, deliver(world, message, rules)),
    step('fault', `${message} is lost`, remove(world, message)),
  ]
}

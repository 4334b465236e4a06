import { userInfo } from 'node:os'

import { cutText } from '@accord/shared/protocol'

import type { Words } from './command.ts'

const LABEL_CHARACTERS = 100

/** The actor for the audit log: `--actor`, or the user of the operating system. */
export const actorOf = (words: Words): string => words.text('actor') ?? `${loggedIn()} (command line)`

/** A container may run as a user that has no name. */
function loggedIn(): string {
  try {
    return cutText(userInfo().username, LABEL_CHARACTERS / 2)
  } catch {
    return 'operator'
  }
}

export const ACTOR_OPTION = { actor: { type: 'string' } } as const
export const ACTOR_MEANING = {
  actor: 'who does this, for the log of both; the user of this machine when absent',
} as const

import { CONSOLE_ROLES, type ConsoleRole } from '@accord/shared/protocol'
import type { ConsoleInvitation, ConsoleUser } from '@accord/shared/schemas'

import { ACTOR_MEANING, ACTOR_OPTION, actorOf } from '../actor.ts'
import { type Answer, type Command, UsageError, type Words } from '../command.ts'
import type { Lines } from '../output.ts'
import { tableOf } from '../table.ts'

const ONE_NAME = {
  usage: '<name>',
  positionals: { min: 1, max: 1 },
  options: ACTOR_OPTION,
  explain: ACTOR_MEANING,
} as const

const invite: Command = {
  ...ONE_NAME,
  name: 'console invite',
  summary: "Make a user of the node's own console and print the one-time link that sets the password",
  usage: '<name> --role admin|maintainer|auditor [--rules-author yes|no]',
  options: { ...ACTOR_OPTION, role: { type: 'string' }, 'rules-author': { type: 'string' } },
  explain: {
    ...ACTOR_MEANING,
    role: 'admin, maintainer or auditor; for a user who has a password, the new role',
    'rules-author': 'yes or no: may write scripts and publish them; left out, a new admin may, and for others it stays',
  },
  run: async ({ words, node }) => {
    const body = { ...requestOf(words), role: roleOf(words), ...rightOf(words) }
    return tellLink(await node().call('inviteConsoleUser', { body }))
  },
}

const reset: Command = {
  ...ONE_NAME,
  name: 'console reset',
  summary: 'Take the password and the sessions of a user and print a new link; a disabled user is enabled',
  run: async ({ words, node }) => tellLink(await node().call('resetConsoleUser', { body: requestOf(words) })),
}

const disable: Command = {
  ...ONE_NAME,
  name: 'console disable',
  summary: 'End the sessions and links of a user, who can sign in no more',
  run: async ({ words, node }) => {
    const answer = await node().call('disableConsoleUser', { body: requestOf(words) })
    return { human: tableOfUsers([answer.user]), json: answer }
  },
}

const enable: Command = {
  ...ONE_NAME,
  name: 'console enable',
  summary: 'Let a disabled user sign in again with the same password',
  run: async ({ words, node }) => {
    const answer = await node().call('enableConsoleUser', { body: requestOf(words) })
    return { human: tableOfUsers([answer.user]), json: answer }
  },
}

const list: Command = {
  name: 'console list',
  summary: "The users of the node's own console",
  usage: '',
  positionals: { min: 0, max: 0 },
  options: {},
  explain: {},
  run: async ({ node }) => {
    const answer = await node().call('listConsoleUsers')
    return { human: tableOfUsers(answer.users), json: answer }
  },
}

export const consoleCommands: readonly Command[] = [invite, list, reset, disable, enable]

const requestOf = (words: Words) => ({ name: words.positionals[0] ?? '', actor: actorOf(words) })

function roleOf(words: Words): ConsoleRole {
  const role = CONSOLE_ROLES.find((one) => one === words.text('role'))
  if (!role) throw new UsageError(`--role takes ${CONSOLE_ROLES.join(', ')}.`)
  return role
}

function rightOf(words: Words): { readonly rulesAuthor?: boolean } {
  const given = words.text('rules-author')
  if (given === undefined) return {}
  if (given !== 'yes' && given !== 'no') throw new UsageError('--rules-author takes yes or no.')
  return { rulesAuthor: given === 'yes' }
}

/** The link alone goes to standard output. */
function tellLink(answer: ConsoleInvitation): Answer {
  const { user, link } = answer
  if (!link) return { human: tableOfUsers([user]), json: answer, aside: [`${user.name} has a password; no link.`] }
  const aside = [`For ${user.name} (${user.role}). It works once, until ${link.expiresAt}, and is a secret until then.`]
  return { human: [link.url], json: answer, aside }
}

const tableOfUsers = (users: readonly ConsoleUser[]): Lines =>
  tableOf(
    ['NAME', 'ROLE', 'PUBLISHES', 'STATE', 'LAST SIGN-IN'],
    users.map(({ name, role, rulesAuthor, state, lastSignInAt }) => [
      name,
      role,
      rulesAuthor ? 'yes' : 'no',
      state,
      lastSignInAt ?? '-',
    ]),
  )

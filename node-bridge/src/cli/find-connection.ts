import type { ConnectionSnapshot } from '@accord/shared/schemas'

import { nameKeyOf } from '../store/connections/connection-record.ts'
import { RefusedError } from './command.ts'
import { eachPage } from './each-page.ts'
import type { NodeClient } from './node-client.ts'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u

/** As many as a search takes; the whole name is compared here. */
const SEARCHED_CHARACTERS = 200

/** The id of a connection that a person named by its id or by its name. */
export async function findConnectionId(node: NodeClient, named: string): Promise<string> {
  if (UUID.test(named)) return named
  const found: ConnectionSnapshot[] = []
  for await (const page of eachPage(node, { search: named.slice(0, SEARCHED_CHARACTERS) }))
    found.push(...page.filter(({ name }) => nameKeyOf(name) === nameKeyOf(named)))
  const [only] = found
  if (!only) throw new RefusedError(`There is no connection "${named}". \`accord list\` shows all.`)
  if (found.length > 1)
    throw new RefusedError(`Several connections are called "${named}": ${found.map(describe).join(', ')}`)
  return only.id
}

const describe = ({ id, state }: ConnectionSnapshot): string => `${id} (${state})`

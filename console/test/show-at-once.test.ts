import { expect, test } from '@jest/globals'
import { QueryClient } from '@tanstack/react-query'
import { showAtOnce } from '../src/api/show-at-once.ts'
import { connectionKey } from '../src/api/use-connection.ts'
import { snapshot } from './snapshot.ts'

const other = snapshot({ id: '7a0c1c5e-3f0e-4a51-9d2b-0f6f5b6f7a02', state: 'active' })
const paused = snapshot({ state: 'deactivated', revision: 2 })

test('what was done stands in the list and on the page of the connection at once', () => {
  const queries = new QueryClient()
  const list = { connections: [snapshot({ state: 'active' }), other], next: null, counts: null }
  queries.setQueryData(['connections', {}], list)
  showAtOnce(queries, { connection: paused, log: [] })
  expect(queries.getQueryData(connectionKey(paused.id))).toEqual({ connection: paused, log: [] })
  expect(queries.getQueryData(['connections', {}])).toEqual({ ...list, connections: [paused, other] })
})

test('an answer that is no connection with its log changes nothing', () => {
  const queries = new QueryClient()
  for (const answer of [undefined, null, {}, { connection: paused, code: 'x' }]) showAtOnce(queries, answer)
  expect(queries.getQueryCache().getAll()).toEqual([])
})

import type { ConnectionDetail } from '@accord/shared/schemas'
import type { QueryClient } from '@tanstack/react-query'
import type { ListPage } from './use-connection-list.ts'
import { connectionKey } from './use-connection.ts'

const isDetail = (answer: unknown): answer is ConnectionDetail =>
  typeof answer === 'object' && answer !== null && 'connection' in answer && 'log' in answer

/** What a person has just done to a connection stands on the open pages before they have asked again. */
export function showAtOnce(queries: QueryClient, answer: unknown): void {
  if (!isDetail(answer)) return
  const { connection } = answer
  queries.setQueryData(connectionKey(connection.id), answer)
  queries.setQueriesData<ListPage>(
    { queryKey: ['connections'] },
    (page) =>
      page && { ...page, connections: page.connections.map((each) => (each.id === connection.id ? connection : each)) },
  )
}

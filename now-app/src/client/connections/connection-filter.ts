import { STATE_LABELS } from '@accord/shared/protocol'
import type { ConnectionSnapshot } from '@accord/shared/schemas'
import { isConnectionState } from './connection-state.ts'
import { remotePlace } from './remote-name.ts'

export const SORT_COLUMNS = ['name', 'remote', 'mode', 'state', 'lastContactAt', 'updatedAt'] as const
export type SortColumn = (typeof SORT_COLUMNS)[number]

export interface Sorting {
  readonly column: SortColumn
  readonly descending: boolean
}

/** Several inner states share one word; people filter by the word, whose English form is the key. */
export const stateKey = (state: string): string => (isConnectionState(state) ? STATE_LABELS[state] : state)

function searchText(connection: ConnectionSnapshot): string {
  const { name, localShortName, remoteShortName, description, remote } = connection
  const parts = [name, localShortName, remoteShortName, description, remote.name, remote.instanceUrl, remote.nodeUrl]
  return parts.filter(Boolean).join('\n').toLowerCase()
}

export function filterConnections(
  connections: readonly ConnectionSnapshot[],
  search: string,
  state: string,
): ConnectionSnapshot[] {
  const wanted = search.trim().toLowerCase()
  return connections.filter(
    (connection) => (state === '' || stateKey(connection.state) === state) && searchText(connection).includes(wanted),
  )
}

function sortValue(connection: ConnectionSnapshot, column: SortColumn): string {
  if (column === 'remote') return `${connection.remoteShortName} ${remotePlace(connection) ?? ''}`
  if (column === 'state') return stateKey(connection.state)
  return connection[column] ?? ''
}

export const sortConnections = (connections: readonly ConnectionSnapshot[], { column, descending }: Sorting) =>
  connections.toSorted((one, other) => {
    const order = sortValue(one, column).localeCompare(sortValue(other, column), undefined, { numeric: true })
    return descending ? -order : order
  })

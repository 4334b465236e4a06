import { type ConnectionFields, nameKeyOf } from './connection-record.ts'

type Searched = Pick<ConnectionFields, 'name' | 'localShortName' | 'remoteShortName' | 'remote'>

/** Everything that a search looks at, as names are compared. */
export const searchKeyOf = ({ name, localShortName, remoteShortName, remote }: Searched): string =>
  nameKeyOf(
    [name, localShortName, remoteShortName, remote.name, hostOf(remote.instanceUrl), hostOf(remote.nodeUrl)].join(' '),
  )

const hostOf = (url: string | null): string => (url && URL.parse(url)?.host) ?? ''

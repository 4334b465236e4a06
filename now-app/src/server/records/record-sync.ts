import { CALLS_OF_A_RECORD, CONSOLE_CALLS } from '@accord/shared/contracts'
import type { PairOfRecord, RecordSync } from '@accord/shared/schemas'
import { gs, GlideRecord } from '@servicenow/glide'
import { say } from '../messages.ts'
import { instanceUrl } from '../node/instance-address.ts'
import { RECORD_PAGE, ROLES, TABLES } from '../names.ts'
import { findReadable } from './find-readable.ts'
import { RECORD_TEXTS } from './record-texts.ts'

/** A record is rarely in more than one or two: the page shows no more than these. */
const PAIRS_MAX = 50
const CONNECTIONS_MAX = 20

const TONES: Readonly<Record<string, PairOfRecord['tone']>> = {
  starting: 'busy',
  linked: 'good',
  comparing: 'busy',
  quarantined: 'waiting',
}

/** What whoever may read this record sees of its sync, in their language. The caller has asked whether they may. */
export function describeRecordSync(record: GlideRecord<string>): RecordSync {
  return {
    language: gs.getSession().getLanguage(),
    key: record.getDisplayValue(record.getDisplayName()) || '',
    url: `${instanceUrl()}/${record.getTableName()}.do?sys_id=${record.getUniqueValue()}`,
    pairs: listPairs(record),
    may: { open: gs.hasRole(ROLES.auditor), act: gs.hasRole(ROLES.maintainer), design: gs.hasRole('admin') },
    list: { table: record.getTableName(), pairTable: TABLES.syncPair },
    connections: gs.hasRole(ROLES.maintainer) ? listConnections() : [],
    paths: { queue: pathOfCall('queue'), syncNow: pathOfCall('syncNow') },
    words: wordsOf(),
  }
}

/** Whether the button of its form leads anywhere: it is in a pair, or whoever looks may connect it. */
export const isOffered = (record: GlideRecord<string>): boolean =>
  gs.hasRole(ROLES.maintainer) || pairsOf(record, 1).hasNext()

/** The ACLs of the record decide about its pairs, too. */
export const mayReadPair = (pair: GlideRecord<string>): boolean =>
  findReadable(pair.getValue('table_name') || '', pair.getValue('record') || '') !== undefined

/** What the panel of a form frames; `isShown` is a text, since the macro compares texts. */
export const frameOf = (record: GlideRecord<string>): { readonly isShown: string; readonly address: string } => ({
  isShown: String(!record.isNewRecord() && isOffered(record)),
  address: `${recordAddress(record)}&sysparm_embedded=true`,
})

export const recordAddress = (record: GlideRecord<string>): string =>
  `${RECORD_PAGE}?sysparm_table=${record.getTableName()}&sysparm_record=${record.getUniqueValue()}`

function pairsOf(record: GlideRecord<string>, limit: number): GlideRecord<string> {
  const rows = new GlideRecord(TABLES.syncPair)
  rows.addQuery('record', record.getUniqueValue())
  rows.orderByDesc('sys_created_on')
  rows.setLimit(limit)
  rows.query()
  return rows
}

const pathOfCall = (call: keyof typeof CALLS_OF_A_RECORD): string => CONSOLE_CALLS[CALLS_OF_A_RECORD[call]].path

function listConnections(): { id: string; name: string }[] {
  const connections: { id: string; name: string }[] = []
  const rows = new GlideRecord(TABLES.connection)
  rows.addQuery('state', 'active')
  rows.orderBy('name')
  rows.setLimit(CONNECTIONS_MAX)
  for (rows.query(); rows.next();)
    connections.push({ id: rows.getValue('node_connection_id') || '', name: rows.getValue('name') || '' })
  return connections
}

function listPairs(record: GlideRecord<string>): PairOfRecord[] {
  const pairs: PairOfRecord[] = []
  for (const rows = pairsOf(record, PAIRS_MAX); rows.next();) pairs.push(describePair(rows))
  return pairs
}

function describePair(row: GlideRecord<string>): PairOfRecord {
  const text = (column: string): string => row.getValue(column) || ''
  const shown = (column: string): string => row.getDisplayValue(column) || ''
  const connection = new GlideRecord(TABLES.connection)
  const isKnown = connection.get(text('connection'))
  const remote = (isKnown && connection.getValue('remote_short_name')) || ''
  const cause = text('cause') === '' ? '' : gs.getMessage(text('cause'))
  return {
    connectionId: (isKnown && connection.getValue('node_connection_id')) || '',
    remote,
    key: text('remote_key'),
    url: text('remote_url'),
    state: shown('state'),
    tone: TONES[text('state')] ?? 'ended',
    since: shown('sys_created_on'),
    lastOut: shown('last_out_at'),
    lastIn: shown('last_in_at'),
    cause,
    step: stepOf(text('state'), remote),
  }
}

function stepOf(state: string, remote: string): string {
  switch (state) {
    case 'starting':
      return say('recordStarting', remote)
    case 'linked':
      return say('recordLinked', remote)
    case 'comparing':
      return say('recordComparing')
    case 'quarantined':
      return say('recordHeld')
    case 'declined':
      return say('recordDeclined', remote)
    default:
      return say('recordEnded')
  }
}

function wordsOf(): RecordSync['words'] {
  const words: Partial<RecordSync['words']> = {}
  for (const name of Object.keys(RECORD_TEXTS) as (keyof RecordSync['words'])[]) words[name] = say(RECORD_TEXTS[name])
  return words as RecordSync['words']
}

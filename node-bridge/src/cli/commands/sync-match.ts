import { randomBytes } from 'node:crypto'

import type { ConnectedList, ListCandidatesRequest } from '@accord/shared/schemas'
import { type Candidate, csvLine, type MatchedCandidates, matchCandidates, SYNC_LIMITS } from '@accord/shared/sync'

import { ACTOR_MEANING, ACTOR_OPTION, actorOf } from '../actor.ts'
import { type Command, RefusedError, UsageError } from '../command.ts'
import { findConnectionId } from '../find-connection.ts'
import type { NodeClient } from '../node-client.ts'
import { tableOf } from '../table.ts'

/** So many records of a side are held in memory; whoever has more narrows the condition. */
const MOST = 200_000
/** Lines of each kind that a person reads; all of them are in the JSON. */
const SHOWN = 50

export const syncMatch: Command = {
  name: 'sync match',
  summary: 'Say which records of both sides belong together by a rule, and with --yes make pairs of them',
  usage: '<id or name> <field here>=<what they send>…',
  positionals: { min: 2, max: 1 + SYNC_LIMITS.matchedFields },
  options: { ...ACTOR_OPTION, yes: { type: 'boolean' } },
  explain: {
    ...ACTOR_MEANING,
    yes: 'make the pairs; without it both sides are only looked through, and nothing is written',
  },
  more: () =>
    'As in correlation_id=key, or short_description=summary opened_at=customKeys.openedAt. Left: a field here that sync access opens, or key. Right: what the rules of the other side send, or key. Values are compared by hashes; none leaves either side. What fits more than one record is listed and never linked.',
  run: async ({ words, node }) => {
    const client = node()
    const [named = '', ...rule] = words.positionals
    const sides = rule.map(readPart)
    const connectionId = await findConnectionId(client, named)
    const key = randomBytes(32).toString('base64url')
    const here = await listAll(client, connectionId, { side: 'here', key, fields: sides.map(([ours]) => ours) })
    const there = await listAll(client, connectionId, { side: 'there', key, fields: sides.map(([, theirs]) => theirs) })
    const matched = matchCandidates(here, there)
    const isDryRun = !words.flag('yes')
    const rows = await connect(client, connectionId, matched, { isDryRun, actor: actorOf(words) })
    return {
      human: linesOf(matched, rows),
      json: { ...matched, rows },
      aside: isDryRun ? ['Nothing was connected: run this again with --yes.'] : [],
      isRefusal: matched.doubled.length > 0 || rows.some(({ outcome }) => !RIGHT.has(outcome)),
    }
  },
}

function readPart(part: string): readonly [ours: string, theirs: string] {
  const [ours = '', theirs = '', ...more] = part.split('=')
  if (ours === '' || theirs === '' || more.length > 0)
    throw new UsageError(`${part} is no part of a rule: write one as correlation_id=key.`)
  return [ours, theirs]
}

async function listAll(
  client: NodeClient,
  connectionId: string,
  request: Omit<ListCandidatesRequest, 'after'>,
): Promise<readonly Candidate[]> {
  const found: Candidate[] = []
  for (let after: string | null | undefined; after !== null;) {
    const body = { ...request, ...(after === undefined ? {} : { after }) }
    const page = await client.call('listCandidates', { params: { connectionId }, body })
    found.push(...page.records)
    if (found.length > MOST) throw new RefusedError(`More than ${MOST} records are meant: narrow the condition.`)
    after = page.next
  }
  return found
}

type Row = ConnectedList['rows'][number]
const RIGHT: ReadonlySet<Row['outcome']> = new Set(['linked', 'would_link', 'already'])

/** Each pair is looked up once more as a line of a list: what has happened meanwhile stops only that one. */
async function connect(
  client: NodeClient,
  connectionId: string,
  { pairs }: MatchedCandidates,
  how: { readonly isDryRun: boolean; readonly actor: string },
): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (let at = 0; at < pairs.length; at += SYNC_LIMITS.connectedRows) {
    const csv = pairs
      .slice(at, at + SYNC_LIMITS.connectedRows)
      .map(({ here, there }) => csvLine([here, there]))
      .join('')
    const answer = await client.call('connectList', { params: { connectionId }, body: { csv, ...how } })
    rows.push(...answer.rows.map((row) => ({ ...row, line: row.line + at })))
  }
  return rows
}

function linesOf({ doubled, onlyHere, onlyThere }: MatchedCandidates, rows: readonly Row[]) {
  const counts = new Map<string, number>()
  for (const { outcome } of rows) counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  const listed = [
    ...doubled.map(({ here, there }) => [here.join(' '), there.join(' '), 'doubled']),
    ...rows.map(({ localKey, remoteKey, outcome, detail }) => [localKey, remoteKey, `${outcome} ${detail}`.trim()]),
  ]
  return [
    [
      ...[...counts].map(([name, count]) => `${name} ${count}`),
      `doubled ${doubled.length}`,
      `only here ${onlyHere.length}`,
      `only there ${onlyThere.length}`,
    ].join(', '),
    ...(listed.length === 0 ? [] : tableOf(['OURS', 'THEIRS', 'WHAT'], listed.slice(0, SHOWN))),
    ...(listed.length > SHOWN ? [`… and ${listed.length - SHOWN} more: --json has them all.`] : []),
  ]
}

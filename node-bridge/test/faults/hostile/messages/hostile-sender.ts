import { createHash, randomUUID } from 'node:crypto'

import { TYP } from '@accord/shared/protocol'
import { ExchangeAnswer, type Place } from '@accord/shared/schemas'

import { placeOf } from '../../../../src/sync/messages/place-of.ts'
import type { Random } from '../../network/random.ts'
import type { SyncCompanies } from '../../../stories/sync-companies.ts'
import { below, hostileText, hostileValue, spoil } from '../calls/values.ts'
import { stealConnectionKey } from '../connection-key.ts'
import { type ForgerKey, signCall } from '../forge.ts'
import { createPeer, newForgerKey } from '../peer.ts'
import type { Answered, Sent } from '../send.ts'

export interface HostileSender {
  /** One signed exchange with so many hostile messages, and hostile lists beside them. */
  send(random: Random, messages: number): Promise<Answered>
  /** How many messages the other side says that it has taken, `received`, or refused by which name. */
  checked(): Readonly<Record<string, number>>
}

/** So many pairs are begun, or said to be. */
const PAIRS = 300
/** Two in three messages are good but for one thing; the rest is good, so that pairs go on. */
const SPOILT_OF = 3

/**
 * One text that names no pair, or one wrong list, spoils the call that holds it, and nothing else in it is looked at. So most calls hold
 * none: what is wrong with each of their messages is found one by one.
 */
const UNREADABLE_OF = 6
const TRIES = 20

/** Where the hostile side stands in a pair, as far as it knows. */
interface Progress {
  seq: number
  peerEpoch: number
}

/**
 * Acme, which turns hostile: its node is gone, and whoever has its key signs whatever it likes, below signatures that are true. What
 * is answered is read, so that the next messages come in turn.
 */
export async function createHostileSender({ acme, globex, ids }: SyncCompanies, sent: Sent): Promise<HostileSender> {
  const key = stealConnectionKey(acme, ids.acme)
  const stranger = await newForgerKey()
  const [iss, aud] = [acme, globex].map(({ bridge }) => bridge.services.context.identity.instanceUid) as [
    string,
    string,
  ]
  const peer = createPeer({
    iss,
    aud,
    key,
    connectionId: ids.acme,
    url: globex.bridge.listenUrl,
    publicUrl: globex.proxy.url,
  })
  await acme.bridge.close()
  const epoch = Math.floor(Date.now() / 1000)
  const places = new Map<string, Progress>()
  const names = Array.from({ length: PAIRS }, () => randomUUID())
  const checked: Record<string, number> = {}

  const sign = (typ: string, claims: object, by: ForgerKey, random: Random): string => {
    const header = { alg: 'Ed25519', typ, kid: by.thumbprint }
    const shown = below(random, 30) === 0 ? { ...header, ...spoil(header, random) } : header
    return signCall({ header: shown, claims: claims as Record<string, unknown>, key: by })
  }
  const envelope = () => ({ iss, aud, connectionId: ids.acme, iat: Math.floor(Date.now() / 1000) })
  const message = (random: Random): string => {
    const pair = names[below(random, names.length)] ?? randomUUID()
    const { seq, peerEpoch } = places.get(pair) ?? { seq: 1, peerEpoch: 0 }
    const good = {
      ...envelope(),
      om: below(random, 20) === 0 ? '2.0.0' : '1.0.0',
      via: below(random, 20) === 0 ? [aud, iss] : [iss],
      mid: randomUUID(),
      pair,
      epoch,
      peerEpoch,
      seq,
      ack: 0,
      ...contentOf(random, pair),
    }
    const claims = below(random, SPOILT_OF) === 0 ? good : { ...good, ...spoilOne(good, random) }
    return sign(TYP.message, claims, below(random, 40) === 0 ? stranger : key, random)
  }
  const result = (random: Random): string => {
    const pair = names[below(random, names.length)]
    const claims = { ...envelope(), pair, epoch, peerEpoch: epoch, seq: 1 + below(random, 3), outcome: 'applied' }
    return sign(TYP.result, below(random, 2) === 0 ? claims : spoil(claims, random), key, random)
  }
  const place = (random: Random) => ({
    pair: names[below(random, names.length)],
    epoch,
    peerEpoch: epoch,
    seq: 1 + below(random, 5),
  })
  const messagesOf = (random: Random, count: number, isReadable: boolean): unknown[] =>
    Array.from({ length: count }, () => {
      if (!isReadable) return below(random, 100) === 0 ? hostileValue(random) : message(random)
      let text = message(random)
      for (let tries = 0; tries < TRIES && !placeOf(text); tries += 1) text = message(random)
      return text
    })
  const listsOf = (random: Random, isReadable: boolean) => {
    const each = (one: (chance: Random) => Record<string, unknown>) => {
      if (!isReadable && below(random, 20) === 0) return hostileValue(random)
      const spoilt = () => (!isReadable && below(random, 4) === 0 ? spoil(one(random), random) : one(random))
      return Array.from({ length: below(random, 3) }, spoilt)
    }
    return {
      results: Array.from({ length: below(random, 3) }, () => result(random)),
      received: each(place),
      settled: each((chance) => ({ ...place(chance), outcome: 'applied' })),
      refused: each((chance) => ({ ...place(chance), code: 'gap' })),
      ...(!isReadable && below(random, 4) === 0 && { epoch: hostileValue(random) }),
    }
  }

  return {
    checked: () => checked,
    send: async (random, messages) => {
      const isReadable = below(random, UNREADABLE_OF) !== 0
      const body = {
        messages: messagesOf(random, messages, isReadable),
        ...listsOf(random, isReadable),
        want: below(random, 3) === 0 ? below(random, 1e6) : 0,
      }
      // A body that cannot be read says nothing of the messages in it: a few are enough.
      const text = !isReadable && below(random, 3) === 0 ? hostileText(body, random) : plainText(body)
      const answer = await peer.call('exchange', text, sent)
      const read = answer.status === 200 ? ExchangeAnswer.safeParse(JSON.parse(answer.text)) : undefined
      if (read?.success) {
        for (const name of [...read.data.received.map(() => 'received'), ...read.data.refused.map(({ code }) => code)])
          checked[name] = (checked[name] ?? 0) + 1
        learn(places, read.data)
      }
      return answer
    },
  }
}

const plainText = (body: unknown): string => JSON.stringify(body).replaceAll(/"@raw:([^@]*)@"/gu, '$1')

/** One claim, or one member of what the record says. */
function spoilOne(claims: Readonly<Record<string, unknown>>, random: Random): Record<string, unknown> {
  const names = Object.keys(claims)
  const name = names[below(random, names.length)] ?? 'seq'
  const inside = claims[name]
  const isRecord = typeof inside === 'object' && inside !== null && !Array.isArray(inside)
  return { [name]: isRecord ? spoil(inside as Record<string, unknown>, random) : hostileValue(random) }
}

function contentOf(random: Random, pair: string): Record<string, unknown> {
  const kind = ['state', 'state', 'state', 'state', 'link', 'delete', 'unlink'][below(random, 7)] ?? 'state'
  if (kind === 'delete' || kind === 'unlink') return { kind }
  const at = '2026-01-01T00:00:00.000Z'
  const person = { name: 'Mallory' }
  const entry = (place: number) => ({ id: `c-${place}`, body: 'x', author: person, at, internal: false, edited: false })
  const sha256 = createHash('sha256')
    .update(String(below(random, 1e6)))
    .digest('base64url')
  const file = (place: number) => ({
    id: `f-${place}`,
    name: '../../etc/passwd',
    type: 'text/html',
    bytes: below(random, 2 ** 31),
    sha256,
    author: person,
    at,
  })
  return {
    kind,
    ...(kind === 'link' && { target: 'INC0000001' }),
    type: 'incident',
    key: `FORGED-${pair.slice(0, 8)}`,
    changed: ['/summary', '/customKeys/site'],
    replica: { summary: `forged ${below(random, 1000)}`, priority: '3 - Low', customKeys: { site: 'A' } },
    comments: Array.from({ length: below(random, 20) === 0 ? 300 : below(random, 2) }, (_, place) => entry(place)),
    files: Array.from({ length: below(random, 20) === 0 ? 100 : below(random, 2) }, (_, place) => file(place)),
  }
}

/** What was taken is followed by the next one; who is sent where the other side stands believes it. */
function learn(places: Map<string, Progress>, { received, refused, epoch = 1 }: ExchangeAnswer): void {
  const follow = ({ pair, seq }: Place) => places.set(pair, { seq: seq + 1, peerEpoch: epoch })
  for (const place of received) follow(place)
  for (const { pair, expected } of refused)
    if (expected) places.set(pair, { seq: expected.seq, peerEpoch: expected.epoch })
}

import { createMessage, type MessageInput } from '../../node-bridge/src/sync/messages/message.ts'
import { createResult } from '../../node-bridge/src/sync/messages/result.ts'
import type { MessageContent } from '../../node-bridge/src/sync/pairs/message-content.ts'
import { fixedUuid, signAnything, withSignatureOf } from './fixed-keys.ts'
import { IDS, KEYS, NOW, numericDate } from './stage.ts'

const { connectionA, thief } = KEYS
const PARTIES = { iss: IDS.nodeA, aud: IDS.nodeB, connectionId: IDS.connection }
const PAIR = fixedUuid('pair')
const PLACE = { epoch: 1, peerEpoch: 1, seq: 4, ack: 2 }
const OM = '1.0.0'

const person = { name: 'Ann Example', email: 'ann@company-a.example' }
const comment = (id: string, internal: boolean) => ({
  id: `${IDS.nodeA}:${id}`,
  body: 'Seen on the 3rd floor, too. \u{1f4a5}',
  author: person,
  at: '2026-03-01T11:59:00.000Z',
  internal,
  edited: false,
})
const STATE = {
  mid: fixedUuid('message'),
  ...PLACE,
  record: {
    type: 'incident',
    key: 'INC0010001',
    url: 'https://company-a.service-now.example/nav_to.do?uri=incident.do%3Fsys_id=1',
  },
  changed: ['/customKeys/cost~1centre', '/priority'],
  replica: {
    summary: 'Printer on fire',
    priority: 'High',
    reporter: person,
    labels: ['printer'],
    customKeys: { 'cost/centre': { code: '4711', since: null }, place: ['3', 'east'] },
  },
  comments: [comment('c1', false), comment('c2', true)],
  files: [
    {
      id: `${IDS.nodeA}:f1`,
      name: 'fire.jpg',
      type: 'image/jpeg',
      bytes: 48_213,
      sha256: '47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU',
      author: person,
      at: '2026-03-01T11:58:00.000Z',
    },
  ],
} satisfies Omit<MessageContent & { kind: 'state' }, 'kind'>

const sign = (content: MessageContent, change: Partial<MessageInput> = {}) =>
  createMessage({ ...PARTIES, pair: PAIR, om: OM, key: connectionA, now: NOW, content, ...change })

const HEADER = { alg: 'Ed25519', typ: 'accord-message+jws', kid: connectionA.thumbprint }
const claimsOf = (text: string) => JSON.parse(Buffer.from(text.split('.')[1] ?? '', 'base64url').toString()) as object

/** PROTOCOL.md §11.4 and §11.5: messages of node A to node B, and results of node A for messages of node B. */
export async function createSyncMessageFixtures() {
  const state = await sign({ kind: 'state', ...STATE })
  return {
    about:
      'The sender is node A, the receiver node B. Each text is checked by itself: whether it is the turn of its sequence stands in sync-pairs.json.',
    parties: PARTIES,
    pair: PAIR,
    om: { min: OM, max: OM },
    key: connectionA.publicJwk,
    messages: { valid: await validMessages(state), invalid: invalidMessages(state) },
    results: await results(),
  }
}

async function validMessages(state: string) {
  const first = { ...STATE, seq: 1, ack: 0, peerEpoch: 0, changed: ['/priority', '/summary'] }
  const end = { mid: fixedUuid('end'), ...PLACE }
  const texts = {
    'a state': state,
    'a first message': await sign({
      kind: 'state',
      ...first,
      replica: { summary: 'x', priority: 'High', customKeys: {} },
    }),
    'a link to an existing record': await sign({ kind: 'link', target: 'INC0020002', ...first }),
    'a change that came through another instance': await sign({ kind: 'state', ...STATE, via: [IDS.nodeC] }),
    'a record that is gone': await sign({ kind: 'delete', ...end }),
    'the end of the pair': await sign({ kind: 'unlink', ...end }),
    'a member of the replica that nobody knows': await sign({
      kind: 'state',
      ...STATE,
      replica: { ...STATE.replica, mood: { now: 'bad' } },
    }),
  }
  return Object.entries(texts).map(([name, text]) => ({ name, text, claims: claimsOf(text) }))
}

function invalidMessages(state: string) {
  const claims = claimsOf(state)
  const signed = (change: object, header: object = HEADER, key = connectionA) =>
    signAnything(header, { ...claims, ...change }, key)
  const replica = (change: object) => signed({ replica: { ...STATE.replica, ...change } })
  const refused = (name: string, refusal: string, text: string) => ({ name, refusal, text })
  return [
    refused('no JWS', 'malformed', 'incident'),
    refused('alg none', 'malformed', signed({}, { ...HEADER, alg: 'none' })),
    refused('the typ of a result', 'malformed', signed({}, { ...HEADER, typ: 'accord-result+jws' })),
    refused('an embedded key', 'malformed', signed({}, { ...HEADER, jwk: connectionA.publicJwk })),
    refused('another sender', 'proof_invalid', signed({ iss: IDS.nodeC })),
    refused('another receiver', 'proof_invalid', signed({ aud: IDS.nodeC })),
    refused('another connection', 'proof_invalid', signed({ connectionId: IDS.otherConnection })),
    refused("a stranger's key", 'proof_invalid', signed({}, { ...HEADER, kid: thief.thumbprint }, thief)),
    refused("a stranger's key under the right kid", 'proof_invalid', signed({}, HEADER, thief)),
    refused('the signature of another message', 'proof_invalid', withSignatureOf(signed({ seq: 5 }), state)),
    refused('a newer object model', 'unsupported', signed({ om: '2.0.0' })),
    refused('an unknown kind', 'unsupported', signed({ kind: 'merge' })),
    refused('a newer object model with members of another kind', 'unsupported', signed({ om: '2.0.0', replica: 7 })),
    refused('no sequence', 'malformed', signed({ seq: 0 })),
    refused('six instances on its way', 'malformed', signed({ via: ['a', 'b', 'c', 'd', 'e', 'f'].map(fixedUuid) })),
    refused('a number for a text', 'malformed', replica({ summary: 7 })),
    refused('no custom keys', 'malformed', replica({ customKeys: undefined })),
    refused(
      'an entry twice, once as internal',
      'malformed',
      signed({ comments: [comment('c1', true), comment('c1', false)] }),
    ),
    refused('half of a character', 'malformed', replica({ summary: 'a\ud83d' })),
    refused('a value that is nested too deep', 'malformed', replica({ customKeys: { a: [[[[[[]]]]]] } })),
    refused('a path into a value', 'malformed', signed({ changed: ['/reporter/name'] })),
    refused('all custom keys as one path', 'malformed', signed({ changed: ['/customKeys'] })),
    refused('an address that runs a script', 'malformed', signed({ url: 'javascript:alert(1)' })),
    refused(
      'a comment without its author',
      'malformed',
      signed({ comments: [{ ...STATE.comments[0], author: undefined }] }),
    ),
  ]
}

async function results() {
  const place = { epoch: 1, peerEpoch: 1, seq: 4 }
  const record = { type: 'incident', key: 'INC0010001' }
  const made = {
    applied: { ...place, outcome: 'applied', record, ignored: ['/labels'] },
    stopped: { ...place, outcome: 'stopped' },
    quarantined: { ...place, outcome: 'quarantined', class: 'rules' },
    gone: { ...place, outcome: 'gone' },
  } as const
  const valid = await Promise.all(
    Object.entries(made).map(async ([name, result]) => {
      const text = await createResult({ ...PARTIES, pair: PAIR, result, key: connectionA, now: NOW })
      return { name, text, claims: claimsOf(text) }
    }),
  )
  const claims = { ...PARTIES, iat: numericDate(NOW), pair: PAIR, ...place, outcome: 'applied' }
  const header = { ...HEADER, typ: 'accord-result+jws' }
  const signed = (change: object, by: object = header, key = connectionA) =>
    signAnything(by, { ...claims, ...change }, key)
  return {
    valid,
    invalid: [
      { name: 'the typ of a message', refusal: 'malformed', text: signed({}, HEADER) },
      { name: 'another receiver', refusal: 'proof_invalid', text: signed({ aud: IDS.nodeC }) },
      { name: "a stranger's key under the right kid", refusal: 'proof_invalid', text: signed({}, header, thief) },
      { name: 'an unknown outcome', refusal: 'malformed', text: signed({ outcome: 'liked' }) },
      { name: 'an epoch of 0', refusal: 'malformed', text: signed({ epoch: 0 }) },
    ],
  }
}

import { createHash, randomUUID } from 'node:crypto'

import { InvitationPayload } from '@accord/shared/schemas'

import { createRotation } from '../../../../src/key-rotation/rotation-statement.ts'
import { createKeyPair, keyPairOf, type KeyPair } from '../../../../src/keys/key-pair.ts'
import { untilBothActive } from '../../handshake/agreement.ts'
import { initiate, shakeHands } from '../../handshake/handshake.ts'
import type { Pair } from '../../handshake/pair.ts'
import { COMPANY_B } from '../../../handshake/messages/parties.ts'
import type { Random } from '../../network/random.ts'
import { stealConnectionKey } from '../connection-key.ts'
import { signCall, type ForgerKey } from '../forge.ts'
import { createPeer, newForgerKey, type Change, type Peer } from '../peer.ts'
import { createScriptedSource } from '../scripted-source.ts'
import type { Answered, Sent } from '../send.ts'
import { below, hostileText, hostileValue, spoil } from './values.ts'

export interface HostileCaller {
  /** The connections at the source that are called. */
  readonly connectionIds: readonly string[]
  /** One call of any kind, with a true signature under whatever it says. */
  call(random: Random): Promise<Answered & { readonly operation: string }>
}

type Call = (random: Random) => Promise<Answered>

/** Everything that a node answers to other nodes, said to the source of the pair by whoever holds the true keys. */
export async function createHostileCaller(pair: Pair, connections: number, sent: Sent = {}): Promise<HostileCaller> {
  const peers: { readonly id: string; readonly key: KeyPair; readonly peer: Peer }[] = []
  for (let count = 0; count < connections; count += 1) {
    const handshake = await shakeHands(pair)
    await untilBothActive(pair, handshake)
    const stolen = stealConnectionKey(pair.destination, handshake.destinationConnectionId)
    const id = handshake.sourceConnectionId
    peers.push({
      id,
      key: keyPairOf({ x: stolen.x, d: stolen.d }),
      peer: createPeer({ ...partiesOf(pair), key: stolen, connectionId: id }),
    })
  }
  // From here on nobody but us speaks for the other side.
  await pair.destination.bridge.kill()
  const { redeem, settle, fetchRedeem } = await createCodeCalls(pair, peers[0]?.peer, sent)
  const of = (random: Random) => peers[1 + below(random, peers.length - 1)] ?? peers[0]
  const change = (random: Random): Change => ({ ...sent, ...claimsOf(random) })
  const body = (message: Record<string, unknown>, random: Random) => hostileText(spoil(message, random), random)
  const calls: Record<string, Call> = {
    confirm: async (random) => talk(of(random)).call('confirmConnection', body({}, random), change(random)),
    contact: async (random) => {
      const message = {
        pauses: below(random, 50),
        acknowledged: below(random, 4),
        waitMs: 0,
        key: 'A'.repeat(43),
        address: moved(random),
      }
      return talk(of(random)).call('contactConnection', body(message, random), change(random))
    },
    numbers: async (random) => {
      const count = () => [below(random, 20_000), below(random, 1e9), 1e9, 999_990_000][below(random, 4)]
      return talk(of(random)).contact({ pauses: count(), acknowledged: count() }, sent)
    },
    // The first connection alone may really end.
    terminate: async (random) => talk(peers[0]).call('terminateConnection', body({}, random), change(random)),
    keys: async (random) => {
      const target = of(random)
      if (!target) throw new Error('There is no connection')
      const chain = await chainFrom(pair, target, random)
      return talk(target).post(
        `/node/v1/connections/${target.id}/keys`,
        hostileText({ id: randomUUID(), chain: below(random, 5) === 0 ? hostileValue(random) : chain }, random),
        sent,
      )
    },
    redeem,
    settle,
    fetchRedeem,
  }
  const names = Object.keys(calls)
  return {
    connectionIds: peers.map(({ id }) => id),
    call: async (random) => {
      const operation = names[below(random, names.length)] ?? 'contact'
      const answer = await calls[operation]?.(random)
      if (!answer) throw new Error(`${operation} answered nothing`)
      return { ...answer, operation }
    },
  }
}

/** The peer says that it has moved, PROTOCOL.md §6.8. */
const moved = (random: Random): unknown => {
  const address = { baseUrl: `http://127.0.0.1:${below(random, 60_000)}`, since: Date.now() + below(random, 1e6) }
  return below(random, 2) === 0 ? spoil(address, random) : address
}

function talk(target: { readonly peer: Peer } | undefined): Peer {
  if (!target) throw new Error('There is no connection')
  return target.peer
}

const partiesOf = ({ source, destination }: Pair) => ({
  iss: destination.instanceUid,
  aud: source.instanceUid,
  url: source.bridge.url,
  publicUrl: source.proxy.url,
})

/** Most calls say the truth about themselves, so that the body is checked; the rest lie about one claim or the header. */
function claimsOf(random: Random): Pick<Change, 'claims' | 'header' | 'query'> {
  const claims = ['iat', 'exp', 'jti', 'iss', 'aud', 'connectionId', 'htm', 'bodyHash', 'nonce']
  const name = claims[below(random, claims.length)] ?? 'iat'
  switch (below(random, 10)) {
    case 0:
    case 1:
      return { claims: { [name]: hostileValue(random) } }
    case 2:
      return { header: { [['alg', 'typ', 'kid', 'crit'][below(random, 4)] ?? 'kid']: hostileValue(random) } }
    case 3:
      return { query: '?a=%00&__proto__=1' }
    default:
      return {}
  }
}

async function chainFrom(pair: Pair, { id, key }: { id: string; key: KeyPair }, random: Random): Promise<string[]> {
  const chain: string[] = []
  let from = key
  for (let link = 1; link <= 1 + below(random, 3); link += 1) {
    const to = await createKeyPair()
    const seq = [link, 0, -1, 1_000_000, 1_000_001][below(random, 5)] ?? link
    const { iss, aud } = partiesOf(pair)
    chain.push(await createRotation({ iss, aud, connectionId: id, seq, from, to, now: new Date() }))
    from = to
  }
  return chain
}

const publicJwk = ({ x }: ForgerKey) => ({ kty: 'OKP', crv: 'Ed25519', x })

/** The calls about a code: redeem at its source; fetch and settle where a code of a private source was accepted. */
async function createCodeCalls(pair: Pair, anyPeer: Peer | undefined, sent: Sent) {
  const { source } = pair
  const invited = await initiate(source)
  const encoded = invited.code.split('.')[1] ?? ''
  const { invitationKey } = InvitationPayload.parse(JSON.parse(Buffer.from(encoded, 'base64url').toString()))
  const [connectionKey, identityKey] = [await newForgerKey(), await newForgerKey()]
  const scripted = await createScriptedSource(source.proxy.url, source.instanceUid)
  void source.client.call('acceptInvitation', { body: { text: scripted.code, actor: 'admin' } }).catch(() => undefined)
  const post = talk(anyPeer && { peer: anyPeer }).post

  const jws = (typ: string, named: object, key: ForgerKey, claims: object, random: Random): string =>
    signCall({
      header: { alg: 'Ed25519', typ, ...named },
      claims: below(random, 3) === 0 ? spoil({ ...claims }, random) : { ...claims },
      key,
    })
  const redeem: Call = async (random) => {
    const iat = Math.floor(Date.now() / 1000)
    const bound = { jti: invited.invitationId, keyThumbprint: connectionKey.thumbprint, aud: source.instanceUid }
    const proof = jws('accord-proof+jws', { kid: 'invitation' }, { ...invitationKey, thumbprint: '' }, bound, random)
    const identity = { iss: COMPANY_B.instanceUid, ...bound }
    const claims = {
      iss: COMPANY_B.instanceUid,
      aud: source.instanceUid,
      htu: `${source.proxy.url}/node/v1/invitations/${invited.invitationId}/redeem`,
      iat,
      exp: iat + 300,
      nodeInfo: below(random, 2) === 0 ? COMPANY_B : spoil({ ...COMPANY_B }, random),
      codeHash: createHash('sha256').update(invited.code).digest('base64url'),
      proof,
      identity: jws('accord-identity+jws', { jwk: publicJwk(identityKey) }, identityKey, identity, random),
    }
    const text = jws('accord-redeem+jws', { jwk: publicJwk(connectionKey) }, connectionKey, claims, random)
    const path = `/node/v1/invitations/${invited.invitationId}/redeem`
    return post(path, hostileText({ redeem: text }, random), sent)
  }
  const asSource = async (
    operation: 'fetchAcceptance' | 'settleAcceptance',
    message: Record<string, unknown>,
    random: Random,
  ): Promise<Answered> => {
    const body = hostileText(spoil(message, random), random)
    const authorization = await scripted.sign(operation, Buffer.from(body))
    const path = `/node/v1/acceptances/${scripted.invitationId}/${operation === 'fetchAcceptance' ? 'fetch' : 'settle'}`
    return post(path, body, { ...sent, headers: { authorization } })
  }
  return {
    redeem,
    fetchRedeem: (random: Random) => asSource('fetchAcceptance', { waitMs: 0 }, random),
    settle: (random: Random) =>
      asSource(
        'settleAcceptance',
        below(random, 2) === 0
          ? { redeem: 'a.b.c', grant: 'a.b.c' }
          : { refusal: spoil({ code: 'connection_gone', sourceRange: { min: '1.0.0', max: '1.0.0' } }, random) },
        random,
      ),
  }
}

import { sha256 } from '../../node-bridge/src/keys/digest.ts'
import { fixedUuid, signAnything } from './fixed-keys.ts'
import { IDS, KEYS, NOW, numericDate } from './stage.ts'

const { connectionA, connectionB, identityA, identityC, thief } = KEYS
const BODY = '{"connectionId":"","state":"active"}'
const BY_CONNECTION = { alg: 'Ed25519', typ: 'accord-answer+jws', kid: connectionA.thumbprint }
const BY_IDENTITY = { alg: 'Ed25519', typ: 'accord-answer+jws', jwk: identityA.publicJwk }

/** PROTOCOL.md §5.9: answers of node A to a request of node B, whose hash is `requestHash`. */
export function createAnswerFixtures() {
  const requestHash = sha256('the JWS of the request')
  const claims = {
    iss: IDS.nodeA,
    connectionId: IDS.connection,
    iat: numericDate(NOW),
    requestHash,
    status: 200,
    bodyHash: sha256(BODY),
  }
  const signed = (change: object = {}, header: object = BY_CONNECTION, key = connectionA) =>
    signAnything(header, { ...claims, ...change }, key)
  const forged = (name: string, signature: string) => ({ name, status: 200, body: BODY, signature })
  return {
    about: 'The caller is node B. `signature`: the header Accord-Signature; `body`: text, as received.',
    expected: {
      remoteInstanceUid: IDS.nodeA,
      connectionId: IDS.connection,
      requestHash,
      keys: [connectionA.publicJwk],
      identityThumbprint: identityA.thumbprint,
    },
    valid: [
      { name: 'by the key of the connection', by: 'connection', status: 200, body: BODY, signature: signed() },
      {
        name: 'by the pinned identity',
        by: 'identity',
        status: 200,
        body: BODY,
        signature: signed({}, BY_IDENTITY, identityA),
      },
      {
        name: 'a refusal by the pinned identity',
        by: 'identity',
        status: 404,
        body: '{}',
        signature: signed({ status: 404, bodyHash: sha256('{}') }, BY_IDENTITY, identityA),
      },
    ],
    invalid: [
      forged('the answer to another request', signed({ requestHash: sha256('another request') })),
      forged('another status', signed({ status: 404 })),
      forged('another body', signed({ bodyHash: sha256('{}') })),
      forged('another connection', signed({ connectionId: IDS.otherConnection })),
      forged('another node', signed({ iss: fixedUuid('node D') })),
      forged("the caller's own key", signed({}, { ...BY_CONNECTION, kid: connectionB.thumbprint }, connectionB)),
      forged("a stranger's key under the right kid", signed({}, BY_CONNECTION, thief)),
      forged("a stranger's identity", signed({}, { ...BY_IDENTITY, jwk: identityC.publicJwk }, identityC)),
      forged('key and kid together', signed({}, { ...BY_CONNECTION, jwk: identityA.publicJwk })),
      forged('the typ of a request', signed({}, { ...BY_CONNECTION, typ: 'accord-request+jwt' })),
      forged('alg none', signed({}, { ...BY_CONNECTION, alg: 'none' })),
      forged('no signature', ''),
    ],
    ofInvitations: createInvitationAnswers(requestHash),
  }
}

/** Answers to a call on an invitation: the refusal of a redeem, for which only the identity in the code vouches. */
function createInvitationAnswers(requestHash: string) {
  const body = '{"code":"invitation_revoked"}'
  const claims = {
    iss: IDS.nodeA,
    invitationId: IDS.invitation,
    iat: numericDate(NOW),
    requestHash,
    status: 410,
    bodyHash: sha256(body),
  }
  const signed = (change: object = {}, header: object = BY_IDENTITY, key = identityA) =>
    signAnything(header, { ...claims, ...change }, key)
  const answer = (name: string, signature: string) => ({ name, status: 410, body, signature })
  const { invitationId: _, ...withoutInvitation } = claims
  return {
    expected: {
      remoteInstanceUid: IDS.nodeA,
      invitationId: IDS.invitation,
      requestHash,
      identityThumbprint: identityA.thumbprint,
    },
    valid: [answer('by the identity in the code', signed())],
    invalid: [
      answer('the refusal of another redeem', signed({ requestHash: sha256('another redeem') })),
      answer('another status', signed({ status: 404 })),
      answer('another body', signed({ bodyHash: sha256('{}') })),
      answer('another invitation', signed({ invitationId: IDS.otherInvitation })),
      answer('another node', signed({ iss: fixedUuid('node D') })),
      answer("a stranger's identity", signed({}, { ...BY_IDENTITY, jwk: identityC.publicJwk }, identityC)),
      answer("a stranger's signature under the identity in the code", signed({}, BY_IDENTITY, thief)),
      answer('a key that only its name tells', signed({}, { ...BY_CONNECTION, kid: identityA.thumbprint })),
      answer(
        'an answer on a connection',
        signAnything(BY_IDENTITY, { ...withoutInvitation, connectionId: IDS.invitation }, identityA),
      ),
      answer('the typ of a grant', signed({}, { ...BY_IDENTITY, typ: 'accord-grant+jws' })),
      answer('no signature', ''),
    ],
  }
}

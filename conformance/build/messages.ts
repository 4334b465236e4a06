import { TYP } from '@accord/shared/protocol'
import {
  PublishKeysRequest,
  PublishKeysResponse,
  AnswerClaims,
  ConfirmResponse,
  ContactRequest,
  ContactResponse,
  DiscoveryDocument,
  ExchangeAnswer,
  ExchangeRequest,
  FetchAcceptanceRequest,
  FetchAcceptanceResponse,
  GrantClaims,
  IdentityClaims,
  InvitationAnswerClaims,
  InvitationPayload,
  MessageClaims,
  Problem,
  ProofClaims,
  RedeemClaims,
  RedeemRequest,
  RedeemResponse,
  RequestClaims,
  ResultClaims,
  RotationClaims,
  RotationProofClaims,
  SettleAcceptanceRequest,
  SettleAcceptanceResponse,
  SourceClaims,
  TerminateResponse,
} from '@accord/shared/schemas'
import { z } from 'zod'

const schemaOf = (schema: z.ZodType): object => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input' })
  return rest
}

/** `keyBy`: whether the header carries the key itself (`jwk`) or its thumbprint (`kid`), beside `alg` and `typ`; nothing else stands there. */
const jws = (section: string, typ: string, signedBy: string, keyBy: readonly ('jwk' | 'kid')[], claims: z.ZodType) => ({
  section,
  typ,
  signedBy,
  keyBy,
  claims: schemaOf(claims),
})

const body = (section: string, schema: z.ZodType) => ({ section, schema: schemaOf(schema) })

/** PROTOCOL.md §2.6: every signed text and every body between two nodes, member by member. */
export const createMessageFixtures = () => ({
  about:
    'Headers hold `alg`: `Ed25519`, `typ`, and the member that `keyBy` names. Claims, bodies and answers are JSON Schema, draft 2020-12. Members that a schema of claims or of an answer does not name are ignored.',
  jws: {
    invitation: jws('3.2', TYP.invitation, "A's identity key", ['jwk'], InvitationPayload),
    redeem: jws('5.1', TYP.redeem, "B's connection key", ['jwk'], RedeemClaims),
    proof: jws('5.1', TYP.proof, 'the invitation key', ['kid'], ProofClaims),
    identity: jws('5.1', TYP.identity, "B's identity key", ['jwk'], IdentityClaims),
    grant: jws('5.2', TYP.grant, "A's identity key", ['kid'], GrantClaims),
    request: jws('5.4', TYP.request, "the caller's connection key", ['kid'], RequestClaims),
    answer: {
      ...jws('5.9', TYP.answer, "the receiver's connection key or identity key", ['kid', 'jwk'], AnswerClaims),
      ofInvitation: schemaOf(InvitationAnswerClaims),
    },
    rotation: jws('5.10', TYP.rotation, 'the connection key before', ['kid'], RotationClaims),
    rotationProof: jws('5.10', TYP.rotationProof, 'the new connection key', ['kid'], RotationProofClaims),
    source: jws('5.12', TYP.source, "A's identity key", ['jwk'], SourceClaims),
    message: jws('11.4', TYP.message, "the sender's connection key", ['kid'], MessageClaims),
    result: jws('11.5', TYP.result, "the receiver's connection key", ['kid'], ResultClaims),
  },
  bodies: {
    redeem: body('5.1', RedeemRequest),
    contact: body('6.5', ContactRequest),
    keys: body('5.10', PublishKeysRequest),
    fetch: body('5.12', FetchAcceptanceRequest),
    settle: body('5.12', SettleAcceptanceRequest),
    exchange: body('11.2', ExchangeRequest),
  },
  answers: {
    discover: body('4.1', DiscoveryDocument),
    redeem: body('5.2', RedeemResponse),
    confirm: body('5.4', ConfirmResponse),
    contact: body('6.5', ContactResponse),
    keys: body('5.10', PublishKeysResponse),
    terminate: body('6.6', TerminateResponse),
    fetch: body('5.12', FetchAcceptanceResponse),
    settle: body('5.12', SettleAcceptanceResponse),
    exchange: body('11.2', ExchangeAnswer),
    problem: body('7', Problem),
  },
})

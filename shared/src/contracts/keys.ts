import type { Contracts } from './contract.js'

/** The keys of a connection: how old they are, and how each side replaces its own. */
export const KEYS = {
  publishKeys: {
    summary: "The caller's new connection key, with the chain of statements that leads to it",
    method: 'POST',
    path: '/node/v1/connections/{connectionId}/keys',
    audience: 'node',
    proof: 'key-chain',
    body: 'PublishKeysRequest',
    answer: 'PublishKeysResponse',
    refusals: ['proof_invalid', 'connection_unknown', 'connection_gone', 'state_conflict', 'rotated_too_often'],
  },
  readKeyDetails: {
    summary: 'How old the keys of a connection are, and which replacement is under way',
    method: 'GET',
    path: '/instance/v1/connections/{connectionId}/keys',
    audience: 'instance',
    role: 'auditor',
    answer: 'KeyDetails',
    refusals: ['connection_unknown'],
  },
  rotateKeys: {
    summary: "Replace this side's key of a connection; the other side is informed and acknowledges",
    method: 'POST',
    path: '/instance/v1/connections/{connectionId}/rotate-keys',
    audience: 'instance',
    role: 'admin',
    body: 'ActorRequest',
    actor: true,
    answer: 'ConnectionDetail',
    refusals: ['connection_unknown', 'state_conflict', 'rotated_too_often'],
  },
  issueRekeyCode: {
    summary: 'Issue a code by which the other side renews the keys of a connection together with this one',
    method: 'POST',
    path: '/instance/v1/connections/{connectionId}/rekey',
    audience: 'instance',
    role: 'admin',
    body: 'ActorRequest',
    actor: true,
    status: 201,
    answer: 'IssuedInvitation',
    refusals: ['connection_unknown', 'state_conflict'],
  },
} as const satisfies Contracts

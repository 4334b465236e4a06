import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { createVault } from '../../../src/vault/vault.ts'
import { loadNodeIdentity } from '../../../src/identity/node-identity.ts'
import { type Database, openDatabase } from '../../../src/store/engine/database.ts'
import {
  closeInvitation,
  findInvitation,
  insertInvitation,
  spendInvitation,
} from '../../../src/store/handshake/invitations.ts'
import { findPairingCode, insertPairingCode, usePairingCode } from '../../../src/store/instance/pairing-codes.ts'
import { forgetRequestIds, spendRequestId } from '../../../src/store/handshake/spent-requests.ts'
import {
  findRedemption,
  findWaitingRedemption,
  finishRedemption,
  insertRedemption,
} from '../../../src/store/handshake/redemptions.ts'
import { databaseKinds } from '../../databases.ts'

const NOW = new Date('2026-05-04T10:00:00.000Z')
const LATER = new Date('2026-05-07T10:00:00.000Z')
const FIFTY = Array.from({ length: 50 }, (_, i) => i)

const waiting = () => ({
  purpose: 'rekey' as const,
  invitationSealed: 'sealed',
  key: { x: 'x', sealed: 'sealed' },
  issuedAt: NOW,
  expiresAt: LATER,
  invitedInstanceUid: null,
  acceptedAt: NOW,
  offer: null,
  attempts: 0,
})

describe.each(databaseKinds())('what only one may do, on $name', (kind) => {
  let database: Database

  beforeAll(async () => {
    await kind.start()
    database = await openDatabase(await kind.fresh())
  })
  afterAll(async () => {
    await database.close()
    await kind.stop()
  })

  const openInvitation = async () => {
    const id = randomUUID()
    await insertInvitation(database.db, {
      id,
      connectionId: randomUUID(),
      purpose: 'connect',
      state: 'open',
      keyX: 'x',
      codeHash: 'hash',
      invitedInstanceUid: null,
      invitedIdentities: [],
      issuedAt: NOW,
      expiresAt: LATER,
      redeemedBy: null,
      approval: false,
    })
    return id
  }

  test('fifty keys spend an invitation, one wins, and its thumbprint stays', async () => {
    const id = await openInvitation()
    const won = await Promise.all(FIFTY.map((i) => spendInvitation(database.db, id, `key-${i}`, NOW)))
    expect(won.filter(Boolean)).toHaveLength(1)
    const winner = `key-${won.indexOf(true)}`
    expect(await findInvitation(database.db, id)).toMatchObject({ state: 'spent', redeemedBy: winner })
  })

  test('an invitation at its end cannot be spent, nor one that was revoked', async () => {
    const expired = await openInvitation()
    expect(await spendInvitation(database.db, expired, 'key', LATER)).toBe(false)
    const revoked = await openInvitation()
    expect(await closeInvitation(database.db, revoked, 'revoke')).toBe(true)
    expect(await closeInvitation(database.db, revoked, 'expire')).toBe(false)
    expect(await spendInvitation(database.db, revoked, 'key', NOW)).toBe(false)
  })

  test('a code is accepted once, whoever asks', async () => {
    const redemption = { ...waiting(), invitationId: randomUUID() }
    const made = await Promise.all(
      FIFTY.map((i) => insertRedemption(database.db, { ...redemption, connectionId: `connection-${i}` })),
    )
    expect(made.filter(Boolean)).toHaveLength(1)
    const connectionId = `connection-${made.indexOf(true)}`
    expect(await findRedemption(database.db, redemption.invitationId)).toEqual({ ...redemption, connectionId })
  })

  test('of the codes of one connection one waits for its answer, and its answer is taken once', async () => {
    const connectionId = randomUUID()
    const codes = FIFTY.map(() => randomUUID())
    const made = await Promise.all(
      codes.map((invitationId) => insertRedemption(database.db, { ...waiting(), connectionId, invitationId })),
    )
    expect(made.filter(Boolean)).toHaveLength(1)
    const winner = codes[made.indexOf(true)] ?? ''
    expect(await findWaitingRedemption(database.db, connectionId)).toMatchObject({ invitationId: winner })
    const finished = await Promise.all(FIFTY.map(() => finishRedemption(database.db, winner, 'granted')))
    expect(finished.filter(Boolean)).toHaveLength(1)
    expect(await findWaitingRedemption(database.db, connectionId)).toBeUndefined()
    expect(await findRedemption(database.db, winner)).toMatchObject({ invitationSealed: null, key: null })
  })

  test('a request id is spent once, and forgotten after its time', async () => {
    const id = randomUUID()
    const spent = await Promise.all(FIFTY.map(() => spendRequestId(database.db, id, LATER)))
    expect(spent.filter(Boolean)).toHaveLength(1)
    await forgetRequestIds(database.db, LATER)
    expect(await spendRequestId(database.db, id, LATER)).toBe(false)
    await forgetRequestIds(database.db, new Date(LATER.getTime() + 1))
    expect(await spendRequestId(database.db, id, LATER)).toBe(true)
  })

  test('a pairing code is used for one token and not after its end', async () => {
    await insertPairingCode(database.db, 'secret', NOW, LATER)
    const used = await Promise.all(FIFTY.map((i) => usePairingCode(database.db, 'secret', `token-${i}`, NOW)))
    expect(used.filter(Boolean)).toHaveLength(1)
    expect((await findPairingCode(database.db, 'secret'))?.usedTokenHash).toBe(`token-${used.indexOf(true)}`)
    await insertPairingCode(database.db, 'late', NOW, LATER)
    expect(await usePairingCode(database.db, 'late', 'token', LATER)).toBe(false)
  })

  test('ten replicas that start together are one node', async () => {
    const vault = createVault(Buffer.alloc(32, 7))
    const identities = await Promise.all(FIFTY.slice(0, 10).map(() => loadNodeIdentity(database, vault, NOW)))
    expect(new Set(identities.map(({ instanceUid }) => instanceUid)).size).toBe(1)
    expect(new Set(identities.map(({ key }) => key.thumbprint)).size).toBe(1)
    await expect(loadNodeIdentity(database, createVault(Buffer.alloc(32, 8)), NOW)).rejects.toThrow('master key')
  })
})

import { expect, test } from '@jest/globals'

import { findPrerequisites, type PrerequisiteDetails } from '../../src/instance/prerequisites.ts'
import type { PairingRecord } from '../../src/store/instance/pairings.ts'

const NOW = new Date('2026-05-04T10:00:00.000Z')
const PAIRING: PairingRecord = {
  instanceUrl: 'https://acme.service-now.com',
  apiBase: '/api/x_12345_accord/v1',
  instanceName: 'Acme',
  instanceVersion: 'Zurich',
  appVersion: '0.1.0',
  tokenHash: '',
  callbackKeySealed: '',
  pairedBy: 'admin',
  pairedAt: NOW,
  instanceId: null,
  lastCallback: { at: NOW, code: 'delivered', detail: 'Taken.', clockDifferenceMs: 400 },
  copy: null,
}
const HEALTHY: PrerequisiteDetails = {
  pollOnly: false,
  publicUrl: 'https://node.acme.example',
  pairing: PAIRING,
  licence: {
    kind: 'evaluation',
    endsAt: '2026-05-20T10:00:00.000Z',
    ended: false,
    daysLeft: 16,
    customer: null,
    plan: null,
    maxConnections: null,
    connections: 0,
    vendorKey: 'built-in',
  },
  now: NOW,
}

const stateOf = (code: string, changes: Partial<PrerequisiteDetails>) =>
  findPrerequisites({ ...HEALTHY, ...changes }).find((finding) => finding.code === code)?.state
const withCallback = (lastCallback: PairingRecord['lastCallback']) => ({ pairing: { ...PAIRING, lastCallback } })

test('a healthy node has nothing to remedy', () => {
  const findings = findPrerequisites(HEALTHY)
  expect(findings.map(({ code }) => code)).toEqual([
    'node_reachable',
    'node_public',
    'instance_public',
    'licence',
    'clock',
    'last_callback',
  ])
  expect(findings.filter(({ state, remedy }) => state !== 'ok' || remedy !== null)).toEqual([])
})

test.each([
  ['http://node.acme.example', 'warning'],
  ['https://localhost:8443', 'warning'],
  ['https://10.1.2.3', 'warning'],
  ['https://[fd00::1]', 'warning'],
  ['https://intranet', 'warning'],
  ['https://93.184.216.34', 'ok'],
])('the node at %s: %s', (publicUrl, state) => {
  expect(stateOf('node_public', { publicUrl })).toBe(state)
})

test('every finding that is not well says how to remedy it', () => {
  const failing: PrerequisiteDetails = {
    pollOnly: false,
    publicUrl: 'http://127.0.0.1:1',
    pairing: undefined,
    licence: { ...HEALTHY.licence, ended: true },
    now: NOW,
  }
  const notWell = findPrerequisites(failing).filter(({ state }) => state !== 'ok')
  expect(notWell.map(({ code, state }) => `${code} ${state}`)).toEqual([
    'node_public warning',
    'instance_public failed',
    'licence failed',
  ])
  expect(notWell.every(({ remedy }) => (remedy ?? '').length > 10)).toBe(true)
})

test('a clock more than a minute off is a warning, either way', () => {
  const callback = { at: NOW, code: 'delivered', detail: 'Taken.' }
  expect(stateOf('clock', withCallback({ ...callback, clockDifferenceMs: 61_000 }))).toBe('warning')
  expect(stateOf('clock', withCallback({ ...callback, clockDifferenceMs: -61_000 }))).toBe('warning')
  expect(stateOf('clock', withCallback({ ...callback, clockDifferenceMs: 59_000 }))).toBe('ok')
  expect(stateOf('clock', withCallback({ ...callback, clockDifferenceMs: null }))).toBe('ok')
})

test('a copy that was refused is named for two weeks, with its address and what to do', () => {
  const seen = (at: Date) => ({ pairing: { ...PAIRING, copy: { url: 'https://acmetest.service-now.com', at } } })
  const find = (at: Date) =>
    findPrerequisites({ ...HEALTHY, ...seen(at) }).find(({ code }) => code === 'instance_copied')
  expect(find(NOW)).toMatchObject({ state: 'warning', detail: expect.stringContaining('acmetest') })
  expect(find(new Date(NOW.getTime() - 15 * 86_400_000))).toBeUndefined()
})

test('a callback that failed is shown with what happened', () => {
  const failed = { at: NOW, code: 'unauthenticated', detail: 'The instance refused (401).', clockDifferenceMs: null }
  const finding = findPrerequisites({ ...HEALTHY, ...withCallback(failed) }).at(-1)
  expect(finding).toMatchObject({ state: 'warning', detail: expect.stringContaining('401') })
})

test('a licence is warned of in its last 14 days, blocks at its end and at its limit, and a strange vendor key is named', () => {
  const licence = (changes: object) => stateOf('licence', { licence: { ...HEALTHY.licence, ...changes } })
  expect(licence({ daysLeft: 15 })).toBe('ok')
  expect(licence({ daysLeft: 14 })).toBe('warning')
  expect(licence({ daysLeft: 0, ended: true })).toBe('failed')
  expect(licence({ maxConnections: 2, connections: 1 })).toBe('ok')
  expect(licence({ maxConnections: 2, connections: 2 })).toBe('failed')
  expect(licence({ vendorKey: 'replaced' })).toBe('warning')
})

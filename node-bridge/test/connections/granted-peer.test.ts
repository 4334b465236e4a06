import { expect, test } from '@jest/globals'

import { findGrantedPeer, grantedPeerOf } from '../../src/connections/granted-peer.ts'
import { newConnection } from '../store/records.ts'

const base = newConnection()
const granted = newConnection({
  sharedId: 'shared',
  localKey: { x: 'x', sealed: 'sealed' },
  remote: { ...base.remote, instanceUid: 'uid', nodeUrl: 'https://node.example' },
})

test('from the grant on a side holds all that a call needs', () => {
  expect(grantedPeerOf(granted)).toEqual({
    sharedId: 'shared',
    instanceUid: 'uid',
    nodeUrl: 'https://node.example',
    localKey: { x: 'x', sealed: 'sealed' },
  })
})

test.each([
  ['the shared id', { ...granted, sharedId: null }],
  ['its own key', { ...granted, localKey: null }],
  ['the uid of the instance', { ...granted, remote: { ...granted.remote, instanceUid: null } }],
  ['the address of the node', { ...granted, remote: { ...granted.remote, nodeUrl: null } }],
])('without %s there is no peer to call, and whoever needs one learns which connection it is', (_, record) => {
  expect(findGrantedPeer(record)).toBeUndefined()
  expect(() => grantedPeerOf(record)).toThrow(record.id)
})

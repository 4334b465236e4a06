import path from 'node:path'

import { expect, test } from '@jest/globals'

import { readDocuments } from './documents.ts'
import { idleReasons, OLD_WORDS, oldWordsIn } from './words.ts'

const files = readDocuments(path.join(import.meta.dirname, '../..'))

test('no text, no name and no document has a word of ours where the field has its own', () => {
  expect(files.size).toBeGreaterThan(1000)
  expect(oldWordsIn(files)).toEqual([])
})

test('every place that may have an old word has one', () => {
  expect(idleReasons(files)).toEqual([])
})

test.each([
  ['laneKey', 'lane'],
  ['a lane_key', 'lane'],
  ['judge-conflict', 'judge'],
  ['peerAddressTold', 'told, heard'],
  ['unheard', 'told, heard'],
  ['heldAnswers', 'held answer'],
  ['readKeyFacts', '…Facts'],
  ['peer-facts.ts', '…Facts'],
  ['factsOfPeer', '…Facts'],
  ['whoActs', 'whoActs'],
  ['it mends', 'mend'],
  ["role: 'operator'", 'operator as a role'],
])('%s is found', (text, word) => {
  expect(OLD_WORDS.map((old) => old.word)).toContain(word)
  expect(oldWordsIn(new Map([['docs/any.md', `first line\n${text}`]]))).toEqual([
    expect.stringMatching(new RegExp(`^docs/any.md:2: ${word} → `, 'u')),
  ])
})

test('data, pages and generated files are searched, too', () => {
  expect(files.get('conformance/codes.json')).toContain('accord1_')
  expect(files.get('now-app/src/fluent/generated/keys.ts')).toContain('sys_')
  expect([...files].filter(([, text]) => text === '').map(([file]) => file.replace(/.*\./u, ''))).not.toContain('json')
})

test('forgetOld, outstanding, impatience and the operator of a node are not', () => {
  const text = 'forgetOld, outstanding, impatience, walk-in, the operator has the role admin'
  expect(oldWordsIn(new Map([['docs/any.md', text]]))).toEqual([])
})

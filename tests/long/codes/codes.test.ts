import { expect, test } from '@jest/globals'

import { countVerifications } from './count-verifications.ts'
import { createCodeSource } from './generate.ts'
import { runCodes } from './run-codes.ts'
import { verdictOf } from './verdict.ts'

test('ten thousand generated codes: each kind ends as it may, and no cheap refusal costs a signature check', async () => {
  const { complaints, rows } = await runCodes(10_000, 'ten thousand')
  expect(complaints).toEqual([])
  expect(rows).toMatchObject({ accepted: 1667, codes: 10_000 })
}, 60_000)

test('the verdict complains about a code that ends in what its kind must not end in', async () => {
  const verifications = countVerifications()
  const verdict = await verdictOf({ of: 'dressed', text: 'no code at all' }, verifications.count)
  verifications.stop()
  expect(verdict.complaint).toMatch(/^dressed → code_malformed with 0 signature checks/u)
})

test.each(['0', 'k', 'o', 'g', 'A', 'w'])(
  'a dot that became %s is no lost dot: its refusal costs no signature check',
  async (letter) => {
    const verifications = countVerifications()
    const source = await createCodeSource()
    for (let tried = 0; tried < 20; tried += 1) {
      const code = await source.issueNext(Math.random)
      for (const at of [code.indexOf('.'), code.lastIndexOf('.')]) {
        const text = code.slice(0, at) + letter + code.slice(at + 1)
        expect((await verdictOf({ of: 'damaged', text }, verifications.count)).complaint).toBeUndefined()
      }
    }
    verifications.stop()
  },
)

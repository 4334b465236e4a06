import { expect, test } from '@jest/globals'
import type { InvitationPreview } from '@accord/shared/schemas'
import { refusalOfPreview } from '../src/accept/refusal-of-preview.ts'
import { modeChoices } from '../src/initiate/mode-choices.ts'
import { newRequestId } from '../src/initiate/new-request-id.ts'
import { readableFacts } from '../src/problems/readable-facts.ts'

const version = { ours: { min: '1.0.0', max: '1.0.0' }, theirs: { min: '1.0.0', max: '1.0.0' }, chosen: '1.0.0' }
const preview = (part: Partial<InvitationPreview>) =>
  ({ existingConnectionId: null, warnings: [], version, ...part }) as InvitationPreview

test('an expiry by our own clock does not stop an acceptance: the clock of the source decides', () => {
  expect(refusalOfPreview(preview({ expired: true, warnings: ['invitation_expired'] }))).toBeUndefined()
})

test('without a common version or with a mode that cannot run, Accept is not offered', () => {
  expect(refusalOfPreview(preview({ version: { ...version, of: 'rest', chosen: null } }))?.problem).toMatchObject({
    code: 'no_common_version',
    facts: { versions: 'rest' },
  })
  expect(refusalOfPreview(preview({ version: { ...version, of: 'hubObject', chosen: null } }))?.problem).toMatchObject({
    code: 'no_common_version',
    facts: { versions: 'hubObject' },
  })
  expect(refusalOfPreview(preview({ warnings: ['mode_unsupported'] }))?.problem.code).toBe('mode_unsupported')
})

test('Basic and Script can be chosen in this release; Visual says why not, and a destination what it lacks', () => {
  expect(
    modeChoices(null)
      .filter(({ refusedBy }) => !refusedBy)
      .map(({ mode }) => mode),
  ).toEqual(['basic', 'script'])
  expect(modeChoices(null).find(({ mode }) => mode === 'visual')?.refusedBy).toEqual({ key: 'laterRelease' })
})

test('facts for machines are not shown; those of another product are lifted out of their details', () => {
  const facts = { nonce: 'abc', status: 500, product: 'Exalate', details: { name: 'Acme', secret: 'never' } }
  expect(readableFacts('code_other_product', facts)).toEqual([
    { name: 'product', value: 'Exalate' },
    { name: 'name', value: 'Acme' },
  ])
  expect(readableFacts('no_common_version', { sourceRange: { min: '1.0.0', max: '1.2.0' } })).toEqual([
    { name: 'sourceRange', value: '1.0.0 – 1.2.0' },
  ])
})

test('a request id is a random UUID also where the page is not served securely', () => {
  const ids = [...Array(200)].map(newRequestId)
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(new Set(ids).size).toBe(200)
})

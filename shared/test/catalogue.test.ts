import { expect, test } from '@jest/globals'
import { OPERATIONS } from '@accord/shared/contracts'
import { ERROR_CODES, isErrorCode, pathOf } from '@accord/shared/protocol'

const entries = Object.entries(ERROR_CODES)

test.each(entries)(
  '%s says what happened, who acts and what that person does',
  (code, { status, title, remedy, responsible, retry }) => {
    expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/u)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(600)
    expect(title).toMatch(/^[A-Z][^.]*$/u)
    expect(remedy).toMatch(/^[A-Z].*\.$/u)
    // Where a repetition helps nobody has to act here; a person remedies what is broken or decides what waits meanwhile.
    if (retry) expect(['nobody', 'operator', 'local-admin', 'source-admin']).toContain(responsible)
  },
)

test('no two refusals have the same title, so that a page never leaves open which one it was', () => {
  const titles = entries.map(([, { title }]) => title)
  expect(new Set(titles).size).toBe(titles.length)
})

test('only own entries are codes', () => {
  for (const word of ['constructor', '__proto__', 'toString', '', 7, null, undefined])
    expect(isErrorCode(word)).toBe(false)
  for (const [code] of entries) expect(isErrorCode(code)).toBe(true)
})

test('no two operations share method and path, and each path is filled without a rest', () => {
  const calls = Object.values(OPERATIONS).map(({ method, path }) => `${method} ${path}`)
  expect(new Set(calls).size).toBe(calls.length)
  for (const { path } of Object.values(OPERATIONS)) {
    const filled = pathOf(path, {
      connectionId: 'a/b?c',
      invitationId: 'x',
      jobId: 'y',
      itemId: 'z',
      mid: 'm',
      bulkId: 'b',
      sha256: 'h',
      uploadId: 'u',
      downloadId: 'd',
    })
    expect(filled).not.toMatch(/[{}?]/u)
    expect(filled.split('/')).toHaveLength(path.split('/').length)
  }
})

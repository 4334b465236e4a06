import { expect, test } from '@jest/globals'

import { readCodeFile } from '../src/accept/read-code-file.ts'

const TEXT = 'Here is the code:\r\naccord1_eyJhbGci\r\n'
const bigEndian = (text: string) => Buffer.from(text, 'utf16le').swap16()

test.each<[string, Buffer]>([
  ['UTF-8', Buffer.from(TEXT)],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${TEXT}`)],
  ['UTF-16 as PowerShell writes it', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
  ['UTF-16 in the other order', bigEndian(`\uFEFF${TEXT}`)],
  ['UTF-16 without a mark', Buffer.from(TEXT, 'utf16le')],
  ['UTF-16 in the other order without a mark', bigEndian(TEXT)],
])('a dropped file in %s shows its text', async (_, bytes) => {
  expect(await readCodeFile(new Blob([new Uint8Array(bytes)]))).toBe(TEXT)
})

test('a file that is no invitation by its size is not read', async () => {
  expect(await readCodeFile(new Blob(['x'.repeat(65_537)]))).toBeUndefined()
})

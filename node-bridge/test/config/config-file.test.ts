import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, expect, test } from '@jest/globals'

import { ConfigError, loadConfig } from '../../src/config/config.ts'

const directory = mkdtempSync(path.join(tmpdir(), 'accord-config-'))
const file = path.join(directory, 'accord.env')
afterAll(() => rmSync(directory, { recursive: true, force: true }))

function load(text: string | Buffer, environment: Record<string, string> = {}) {
  writeFileSync(file, text)
  return loadConfig({ ACCORD_CONFIG_FILE: file, ...environment })
}

test('settings come from the file that is named; the environment wins, unless it is empty', () => {
  const text = '# Node A\nACCORD_PUBLIC_URL="https://a.example.com/"\n\nACCORD_PORT=9000\nexport ACCORD_HOST=::1\n'
  expect(load(text)).toMatchObject({ publicUrl: 'https://a.example.com', port: 9000, host: '::1' })
  expect(load(text, { ACCORD_PORT: '9001', ACCORD_HOST: '' })).toMatchObject({ port: 9001, host: '::1' })
})

const AS_SAVED: [string, (text: string) => Buffer][] = [
  ['UTF-8 with a byte-order mark', (text) => Buffer.from(`\uFEFF${text}`)],
  ['UTF-16, as PowerShell writes it', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['UTF-16 the other way round', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
  ['lines that end as on Windows', (text) => Buffer.from(text.replaceAll('\n', '\r\n'))],
]
test.each(AS_SAVED)('a file in %s is read as it was meant', (_how, saved) => {
  const text = 'ACCORD_PUBLIC_URL=https://a.example.com\nACCORD_NODE_NAME=Süd\n'
  expect(load(saved(text))).toMatchObject({ publicUrl: 'https://a.example.com', nodeName: 'Süd' })
})

test('a file that is no text is refused by the name of the setting', () => {
  expect(() => load(Buffer.from([0x41, 0xfc, 0x0a]))).toThrow(/^ACCORD_CONFIG_FILE: .* is not UTF-8 text/u)
})

test.each([
  ['a line that is no setting', 'ACCORD_PUBLIC_URL=https://a.example.com\nACCORD_PORT 9000', /line 2 of .*NAME=value/u],
  [
    'a misspelt name',
    'ACCORD_PUBLIC_URL=https://a.example.com\nACCORD_PROT=1',
    /ACCORD_PROT: there is no such setting/u,
  ],
  ['a name that is not ours', 'PUBLIC_URL=https://a.example.com', /PUBLIC_URL in .*no such setting/u],
  ['a value that makes no sense', 'ACCORD_PORT=x\nACCORD_PUBLIC_URL=https://a.example.com', /^ACCORD_PORT: /u],
  ['another file', 'ACCORD_CONFIG_FILE=/etc/other', /names another file/u],
])('%s is refused, and no value is repeated', (_what, text, sentence) => {
  expect(() => load(text)).toThrow(ConfigError)
  expect(() => load(text)).toThrow(sentence)
  expect(() => load(`${text}\nACCORD_OPERATOR_TOKEN=hunter2`)).not.toThrow('hunter2')
})

test('a file that is not there is named', () => {
  const missing = path.join(directory, 'missing')
  expect(() => loadConfig({ ACCORD_CONFIG_FILE: missing })).toThrow(`${missing} cannot be read (ENOENT)`)
})

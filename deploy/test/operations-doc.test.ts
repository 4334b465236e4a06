import { OPERATIONS } from '@accord/shared/contracts'
import { ERROR_CODES } from '@accord/shared/protocol'
import { describe, expect, test } from '@jest/globals'

import { settingsTable } from '../../node-bridge/src/config/describe-settings.ts'
import { SETTINGS } from '../../node-bridge/src/config/settings.ts'
import { readText } from './deployment-files.ts'

const DOCUMENT = readText('docs/operations.md')

const section = (title: string) => DOCUMENT.split(/^## /m).find((part) => part.startsWith(`${title}\n`)) ?? ''

/** The cells of each row whose first cell is one `word` in code type, without that word's quotes. */
const rowsOf = (text: string) =>
  [...text.matchAll(/^\| `(\w+)` \| (.+) \|$/gm)].map(([, name = '', rest = '']) => [name, ...rest.split(' | ')])

describe('docs/operations.md', () => {
  test('has the table of settings that `npm run docs:settings` writes', () => {
    expect(section('Settings')).toContain(`\n\n${settingsTable()}\n`)
  })

  test('has each refusal of the catalogue, with its title, a cause and its remedy', () => {
    const documented = rowsOf(section('Incidents')).map(([code, title, cause, remedy]) => {
      expect([code, (cause ?? '').length > 3]).toEqual([code, true])
      return [code, title, remedy]
    })
    expect(documented).toEqual(Object.entries(ERROR_CODES).map(([code, { title, remedy }]) => [code, title, remedy]))
  })

  test('names no setting and no path of a call that does not exist', () => {
    const settings = new Set(DOCUMENT.match(/ACCORD_[A-Z_]+/g))
    expect([...settings].filter((name) => !(name in SETTINGS))).toEqual([])
    const paths: readonly string[] = Object.values(OPERATIONS).map(({ path }) => path)
    const called = [...DOCUMENT.matchAll(/`(?:GET|POST) (\/\S+)`/g)].map(([, path = '']) => path)
    expect(called.length).toBeGreaterThan(3)
    expect(called.filter((path) => !paths.includes(path))).toEqual([])
  })
})

import { OPERATIONS } from '@accord/shared/contracts'
import { describe, expect, test } from '@jest/globals'

import { settingsTable } from '../../node-bridge/src/config/describe-settings.ts'
import { SETTINGS } from '../../node-bridge/src/config/settings.ts'
import { refusalsTable } from '../../scripts/refusals-table.ts'
import { readText } from './deployment-files.ts'

const DOCUMENT = readText('docs/operations.md')

const section = (title: string) => DOCUMENT.split(/^## /m).find((part) => part.startsWith(`${title}\n`)) ?? ''

describe('docs/operations.md', () => {
  test('has the table of settings that `npm run docs:settings` writes', () => {
    expect(section('Settings')).toContain(`\n\n${settingsTable()}\n`)
  })

  test('has the table of refusals that `npm run docs:refusals` writes, each with a cause', () => {
    expect(section('Incidents')).toContain(`\n\n${refusalsTable()}\n`)
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

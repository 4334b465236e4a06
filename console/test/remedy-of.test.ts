import { ERROR_CODES } from '@accord/shared/protocol'
import type { Finding } from '@accord/shared/schemas'
import { expect, test } from '@jest/globals'
import { createInstance } from 'i18next'
import { de } from '../src/i18n/de/index.ts'
import { en } from '../src/i18n/en/index.ts'
import { jobWords } from '../src/jobs/job-words.ts'
import { remedyOf } from '../src/setup/remedy-of.ts'

const speaking = async (lng: 'en' | 'de') => {
  const translations = createInstance()
  await translations.init({ lng, resources: { en: { translation: en }, de: { translation: de } } })
  return translations
}

const CAUSES = ['instance_blocks_caller', 'instance_wants_login', 'instance_acl_refuses', 'instance_has_no_app', 'gateway_page'] as const // prettier-ignore
const finding = (more: Partial<Finding>): Finding => ({
  code: 'last_callback',
  state: 'warning',
  detail: 'What the instance answered',
  remedy: 'See what the instance answered.',
  ...more,
})

test.each(CAUSES)('a finding with the cause %s is put right by its own remedy, in both languages', async (problem) => {
  const [english, german] = [await speaking('en'), await speaking('de')]
  const found = finding({ problem, remedy: ERROR_CODES[problem].remedy })
  expect(remedyOf(found, english)).toBe(ERROR_CODES[problem].remedy)
  expect(remedyOf(found, german)).toBe(de.problems[problem].remedy)
  expect(remedyOf(found, german)).not.toBe(remedyOf(finding({}), german))
  expect(jobWords({ queue: 'callback', code: problem }, german).title).toBe(de.problems[problem].title)
})

test('a cause that this page does not know leaves the words of the node', async () => {
  expect(remedyOf(finding({ problem: 'of_a_later_node', remedy: 'Do it.' }), await speaking('de'))).toBe('Do it.')
  expect(remedyOf(finding({ code: 'unknown', remedy: 'Do that.' }), await speaking('de'))).toBe('Do that.')
})

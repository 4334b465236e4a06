/** What a template asks the admin of an instance to open is what its scripts use, and what people read on the page. */
import { describe, expect, test } from '@jest/globals'
import { SYNC_TEMPLATES, type SyncTemplate, TEMPLATE_NAMES } from '@accord/shared/sync'

import { TEMPLATE_SCRIPTS } from '../../../src/sync/configuration/template-scripts.ts'

describe.each(TEMPLATE_NAMES.map((name) => [name] as const))('the template %s', (name) => {
  const template: SyncTemplate = SYNC_TEMPLATES[name]
  const { outgoing, incoming } = TEMPLATE_SCRIPTS[name]
  const own = template.access.filter(({ table }) => table === template.table)
  const [access] = own

  test('is of one table, which its scripts name', () => {
    expect(own).toHaveLength(1)
    expect(outgoing).toContain(`outgoing('${template.table}'`)
    expect(incoming).toMatch(new RegExp(`incoming\\(\\s*'${template.table}'`))
  })

  test('writes each field that it asks to write, and no other; it reads them, too, since what is written is looked at', () => {
    const written = [...incoming.matchAll(/entity\.(\w+) = /g)].map(([, field]) => field ?? '')
    expect([...new Set(written)].toSorted()).toEqual([...(access?.writeFields ?? [])].toSorted())
    for (const field of access?.writeFields ?? []) expect(access?.readFields).toContain(field)
  })

  test('reads each field that it asks to read', () => {
    const used = new Set(
      [...`${outgoing}${incoming}`.matchAll(/(?:entity|item|person|caller|contact)\??\.(\w+)/g)].map(
        ([, field]) => field,
      ),
    )
    const named = new Set(['number', 'name'])
    const unused = template.access.flatMap(({ readFields }) =>
      readFields.filter((field) => !used.has(field) && !named.has(field)),
    )
    expect(unused).toEqual([])
  })

  test('tells people of what it opens only', () => {
    expect([...(access?.readFields ?? []), ...(access?.readJournals ?? [])]).toEqual(
      expect.arrayContaining([...template.sends]),
    )
    expect([...(access?.writeFields ?? []), ...(access?.writeJournals ?? [])]).toEqual(
      expect.arrayContaining([...template.writes]),
    )
    expect(template.sends).not.toContain('work_notes')
  })
})

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DEFAULT_SCOPE } from '@accord/shared/protocol'
import { expect, test } from '@jest/globals'
import { configuredScope, requireScope } from '../build/scope.ts'
import { filesBelow, root } from '../build/sources.ts'

test.each(['x_accrd_bridge', 'x_12345_accord', 'x_1906732_accord', 'x_ab_a', 'x_snc_accord_2', 'x_a1b2c_bridge'])(
  '%s is a scope',
  (scope) => expect(requireScope(scope)).toBe(scope),
)

test.each([
  ['x_accord_bridge', 'a prefix of six letters'],
  ['x_a_bridge', 'a prefix of one letter'],
  ['x_12345_accord_node', 'nineteen characters'],
  ['X_12345_accord', 'an upper-case letter'],
  ['12345_accord', 'no x_'],
  ['u_12345_accord', 'no x_'],
  ['sn_accord', "ServiceNow's own"],
  ['global', 'no scope of an application'],
  ['x_12345', 'no name'],
  ['x_12345_', 'an empty name'],
  ['x_12345__accord', 'an empty part'],
  ['x_12345_accord_', 'an empty part'],
  ['x_12-45_accord', 'a dash'],
  ["x_12345_a'; --", 'a quote'],
  ['', 'nothing'],
])('%j is refused with the rule (%s)', (scope) => {
  const words = [/x_/, /2 to 5 letters and digits/, /lower case/, /18 characters/, /glide\.appcreator\.company\.code/]
  for (const word of words) expect(() => requireScope(scope)).toThrow(word)
})

test('the scope that others try on the URL of an instance is the one that is built', () => {
  expect(configuredScope(root)).toBe(DEFAULT_SCOPE)
})

test('the sources of application and console name the scope only where the SDK asks for the literal', async () => {
  const literal =
    /^export const x_accrd_bridge_\w+ = Table\(\{$|^ +table: 'x_accrd_bridge_connection',$|^ +path: '\/api\/x_accrd_bridge\/[\w/]+',$/gm
  for (const folder of ['now-app/src', 'console/src'])
    for (const file of (await filesBelow(join(root, folder))).filter((each) => !each.endsWith('generated/keys.ts')))
      expect([file, (await readFile(file, 'utf8')).replaceAll(literal, '').includes(DEFAULT_SCOPE)]).toEqual([
        file,
        false,
      ])
})

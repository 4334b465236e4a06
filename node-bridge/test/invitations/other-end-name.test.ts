import { expect, test } from '@jest/globals'

import { otherEndName } from '../../src/invitations/local-connection.ts'

const nameOf = (name: string, localShortName: string, remoteShortName: string) =>
  otherEndName({ name, localShortName, remoteShortName })

test('the proposed name is turned round; any other gets the short name of its end, within 255 characters', () => {
  expect(nameOf('Dev_to_Test', 'Dev', 'Test')).toBe('Test_to_Dev')
  expect(nameOf('My_Dev_to_Test', 'My Dev', ' Test ')).toBe('Test_to_My_Dev')
  expect(nameOf('Changes', 'Dev', 'Test')).toBe('Changes (Test)')
  expect(nameOf('A_to_A', 'A', 'A')).toBe('A_to_A (A)')
  expect(nameOf('x'.repeat(255), 'Dev', 'Test')).toBe(`${'x'.repeat(248)} (Test)`)
})

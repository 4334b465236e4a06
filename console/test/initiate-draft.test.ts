import { expect, test } from '@jest/globals'
import type { ResolvedDestination } from '@accord/shared/schemas'
import {
  connectionName,
  emptyDraft,
  proposedName,
  withFound,
  withNoUrl,
  withScheme,
} from '../src/initiate/initiate-draft.ts'

const foundAt = (name: string) => ({ found: { node: { name } } }) as ResolvedDestination

test('the connection name follows the two short names until it is edited, and then never again', () => {
  const draft = { ...emptyDraft('Company A'), remoteShortName: 'Company B' }
  expect(connectionName(draft)).toBe('Company_A_to_Company_B')
  expect(connectionName({ ...draft, remoteShortName: 'C' })).toBe('Company_A_to_C')
  const edited = { ...draft, typedName: 'Incidents' }
  expect(connectionName({ ...edited, remoteShortName: 'C' })).toBe('Incidents')
  expect(connectionName({ ...edited, typedName: '' })).toBe('')
})

test('no name is proposed from half of the short names', () => {
  expect(proposedName('A', ' ')).toBe('')
  expect(proposedName('', 'B')).toBe('')
})

test('a look-up proposes the remote short name and overwrites none that was typed', () => {
  const draft = emptyDraft('A')
  expect(withFound(draft, foundAt('Company B')).remoteShortName).toBe('Company B')
  expect(withFound({ ...draft, remoteShortName: 'Mine' }, foundAt('Company B')).remoteShortName).toBe('Mine')
})

test('a proposal follows the destination, and goes with it; what was typed stays', () => {
  const draft = emptyDraft('A')
  const first = { ...draft, ...withFound(draft, foundAt('Company B')) }
  const second = { ...first, ...withFound(first, foundAt('Company C')) }
  expect(connectionName(second)).toBe('A_to_Company_C')
  expect(withNoUrl(second, true)).toEqual({ noUrl: true, found: null, proposedRemote: '', remoteShortName: '' })
  const typed = { ...second, remoteShortName: 'Mine' }
  expect({ ...typed, ...withFound(typed, foundAt('Company D')) }.remoteShortName).toBe('Mine')
  expect({ ...typed, ...withNoUrl(typed, true) }.remoteShortName).toBe('Mine')
})

test('a proposed short name fits into its field, however long the instance is called', () => {
  expect(emptyDraft('n'.repeat(100)).localShortName).toHaveLength(50)
  expect(withFound(emptyDraft('A'), foundAt('m'.repeat(100))).remoteShortName).toHaveLength(50)
})

test('a missing scheme means https, and a scheme that was typed stays', () => {
  expect(withScheme('company.example')).toBe('https://company.example')
  expect(withScheme('company.example:8443/x')).toBe('https://company.example:8443/x')
  expect(withScheme('http://127.0.0.1:4711')).toBe('http://127.0.0.1:4711')
  expect(withScheme('ftp://company.example')).toBe('ftp://company.example')
})

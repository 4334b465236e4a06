import { expect, test } from '@jest/globals'
import { readCommandOptions } from '../../src/command-options.ts'

test('nothing given means an instance called dev on 8080 that forgets', () => {
  expect(readCommandOptions([])).toMatchObject({
    name: 'dev',
    port: 8080,
    dataDir: undefined,
    apps: [],
    demoData: true,
    schedulerDelayMs: 1000,
  })
})

test('an instance may be a clone, without strict sessions and of an older release; a release that is none is refused', () => {
  const typed = ['--clone-of', '.data/prod', '--no-strict', '--release', 'yokohama']
  expect(readCommandOptions(typed)).toMatchObject({ cloneOf: '.data/prod', strict: false, release: 'yokohama' })
  expect(readCommandOptions([])).toMatchObject({ cloneOf: undefined, strict: true, release: 'australia' })
  expect(() => readCommandOptions(['--release', 'london'])).toThrow('--release london is none of xanadu, yokohama')
})

test('an address that others use may be another one than it listens at', () => {
  expect(readCommandOptions(['--url', 'http://127.0.0.1:9000/'])).toMatchObject({ publicUrl: 'http://127.0.0.1:9000' })
})

test('demo records are left out where they are not wanted', () => {
  expect(readCommandOptions(['--no-demo-data'])).toMatchObject({ demoData: false })
})

test('people are added to the two that are always there', () => {
  const options = readCommandOptions(['--user', 'libby.rarian:pw:x.librarian,itil', '--app', 'a.zip', '--app', 'b.zip'])
  expect(options).toMatchObject({ apps: ['a.zip', 'b.zip'] })
  expect(options === 'help' ? [] : options.users).toContainEqual({
    userName: 'libby.rarian',
    password: 'pw',
    firstName: 'Libby',
    lastName: 'Rarian',
    roles: ['x.librarian', 'itil'],
  })
  expect(options === 'help' ? [] : options.users.map((user) => user.userName)).toEqual([
    'admin',
    'abel.tuter',
    'libby.rarian',
  ])
})

test.each([
  [['--port', 'eighty'], '--port eighty is no TCP port'],
  [['--port', '70000'], 'is no TCP port'],
  [['--user', 'nobody'], 'NAME:PASSWORD:ROLE,ROLE is expected'],
  [['--url', 'dev.example'], '--url dev.example is no address of http or https'],
  [['--colour', 'red'], "Unknown option '--colour'"],
])('%j is refused with a sentence', (args, reason) => {
  expect(() => readCommandOptions(args)).toThrow(reason)
})

test('--help is help, whatever else is wrong', () => {
  expect(readCommandOptions(['--port', 'x', '--help'])).toBe('help')
})

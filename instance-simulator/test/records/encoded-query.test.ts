import * as fc from 'fast-check'
import { describe, expect, test } from '@jest/globals'
import { guestCaller, systemCaller } from '../../src/access/system-callers.ts'
import type { Row } from '../../src/contracts.ts'
import { parseEncodedQuery } from '../../src/records/encoded-query.ts'
import { MemoryStore } from '../../src/records/record-store.ts'
import { newStore } from './new-store.ts'

function storeOf(rows: readonly Row[]): MemoryStore {
  const store = newStore()
  store.defineTable({
    name: 'thing',
    label: 'Thing',
    scope: 'global',
    columns: [
      { name: 'name', label: 'Name', type: 'string', display: true },
      { name: 'size', label: 'Size', type: 'integer' },
      { name: 'on', label: 'On', type: 'boolean' },
      { name: 'at', label: 'At', type: 'glide_date_time' },
      { name: 'owner', label: 'Owner', type: 'reference', reference: 'thing' },
    ],
  })
  for (const row of rows) store.insert('thing', row, systemCaller)
  return store
}

const names = (store: MemoryStore, encoded: string) =>
  store.query('thing', { encoded }, systemCaller).map((row) => row['name'])

describe('parsing', () => {
  test('^OR binds to the condition before it, ^NQ to everything before it', () => {
    const { groups } = parseEncodedQuery('a=1^b=2^ORc=3^NQd=4')
    expect(groups.map((group) => group.map((clause) => clause.map(({ field }) => field)))).toEqual([
      [['a'], ['b', 'c']],
      [['d']],
    ])
  })

  test.each([
    ['numberSTARTSWITHINC', 'number', 'STARTSWITH', 'INC'],
    ['stateNOT IN1,2', 'state', 'NOT IN', '1,2'],
    ['due_date<=x', 'due_date', '<=', 'x'],
    ['a.b.cISNOTEMPTY', 'a.b.c', 'ISNOTEMPTY', ''],
    ['stateCHANGESTO3', 'state', 'CHANGESTO', '3'],
    ['nameLIKE LIKE ', 'name', 'LIKE', ' LIKE '],
    ['name=a=b', 'name', '=', 'a=b'],
    ['nameDOES NOT CONTAINx', 'name', 'NOTLIKE', 'x'],
  ])('%s is %s %s %j', (text, field, operator, value) => {
    expect(parseEncodedQuery(text).groups).toEqual([[[{ field, operator, value }]]])
  })

  test('the closing ^EQ and empty parts are nothing; orders are no conditions', () => {
    expect(parseEncodedQuery('a=1^EQ^^ORDERBYb^ORDERBYDESCc')).toEqual({
      groups: [[[{ field: 'a', operator: '=', value: '1' }]]],
      orderBy: [
        { field: 'b', descending: false },
        { field: 'c', descending: true },
      ],
      invalid: [],
      notSimulated: [],
    })
  })

  test('no text makes it fail', () => {
    fc.assert(fc.property(fc.string(), (text) => parseEncodedQuery(text).groups.length > 0))
  })
})

describe('evaluation', () => {
  const store = storeOf([
    { sys_id: 'a', name: 'Anna', size: '9', on: 'true', at: '2026-01-01 10:00:00', owner: 'b' },
    { sys_id: 'b', name: 'bob', size: '10', on: 'false', at: '', owner: '' },
    { sys_id: 'c', name: '', size: '', on: 'true', at: '2026-02-01 00:00:00', owner: 'gone' },
  ])

  test.each([
    ['size<10', ['Anna']],
    ['size>=9', ['Anna', 'bob']],
    ['size!=9', ['bob', '']],
    ['size=', ['']],
    ['size!=', ['Anna', 'bob']],
    ['name=ANNA', ['Anna']],
    ['nameNOTLIKEnn', ['bob', '']],
    ['sizeNOT IN9,10', ['']],
    ['on=true', ['Anna', '']],
    ['on=0', ['bob']],
    ['at<2026-01-31 00:00:00', ['Anna']],
    ['atON2026-01-01@2026-01-01 00:00:00@2026-01-01 23:59:59', ['Anna']],
    ['owner.name=bob', ['Anna']],
    ['ownerLIKEbo', ['Anna']],
    ['owner.owner.nameISEMPTY', ['Anna', 'bob', '']],
    ['sizeGT_FIELDowner.size', []],
    ['nameANYTHING', ['Anna', 'bob', '']],
    ['on=true^ORsize=10^name!=bob', ['Anna', '']],
    ['on=false^NQname=Anna', ['Anna', 'bob']],
    ['nope=1', ['Anna', 'bob', '']],
    ['nope=1^ORname=bob', ['bob']],
    ['sys_id=b', ['bob']],
    ['ORDERBYsize', ['', 'Anna', 'bob']],
    ['ORDERBYDESCsize', ['bob', 'Anna', '']],
    ['ORDERBYowner', ['bob', '', 'Anna']],
  ])('%s finds %j', (encoded, expected) => {
    expect(names(store, encoded)).toEqual(expected)
  })

  test.each([
    ['JOINthing.sys_id=thing.owner', ['bob']],
    ['JOINthing.sys_id=thing.owner!name=Anna', ['bob']],
    ['JOINthing.sys_id=thing.owner!name=bob', []],
    ['on=true^JOINthing.owner=thing.sys_id', ['Anna']],
    ['name=Anna^ORJOINthing.sys_id=thing.owner', ['Anna', 'bob']],
  ])('the join %s finds %j', (encoded, expected) => {
    expect(names(store, encoded)).toEqual(expected)
  })

  test.each([
    'RLQUERYthing.owner,>=1^on=true^ENDRLQUERY',
    'name=x^RLQUERYthing.owner,>=1^ENDRLQUERY',
    'SUBQUERYowner,sys_id,thing^on=true^ENDSUBQUERY',
    '123TEXTQUERY321=printer',
    '123TEXTINDEXGROUP321=portal_index_group',
    'GOTOname>=x',
    'JOINthing.sys_id',
    'nameMATCH_RGX^a',
    'ownerIN_HIERARCHYa',
    'JOINthing.sys_id=gone.owner',
  ])('%s is refused by name, it finds and deletes nothing', (encoded) => {
    expect(() => names(store, encoded)).toThrow('not simulated: ')
    expect(() => store.isQueryValid('thing', encoded, systemCaller)).toThrow('not simulated: ')
  })

  test.each([
    ['name=x^size>2', true],
    ['owner.owner.name=x', true],
    ['JOINthing.sys_id=thing.owner!name=x', true],
    ['', true],
    ['nope=1', false],
    ['name=x^ORnope=1', false],
    ['name', false],
    ['JOINthing.sys_id=thing.nope', false],
    ['ORDERBYnope', false],
  ])('the validity of %j is %s', (encoded, valid) => {
    expect(store.isQueryValid('thing', encoded, systemCaller)).toBe(valid)
  })

  test('an invalid part finds nothing once the property says so', () => {
    const strict = storeOf([{ name: 'x' }])
    const name = 'glide.invalid_query.returns_no_rows'
    const [property] = strict.query('sys_properties', { encoded: `name=${name}` }, systemCaller)
    strict.update('sys_properties', property?.['sys_id'] ?? '', { value: 'true' }, systemCaller)
    expect(names(strict, 'nope=1')).toEqual([])
    expect(names(strict, 'this is nothing')).toEqual([])
    expect(names(strict, 'name=x')).toEqual(['x'])
  })

  test('a DYNAMIC option or an operator that is not simulated says so', () => {
    expect(() => names(store, 'ownerDYNAMICffff')).toThrow('not simulated: dynamic filter option ffff')
    expect(() => names(store, 'atRELATIVEGT@minute@ago@5')).toThrow('not simulated: query operator RELATIVE')
    expect(() => names(store, 'name=javascript:new Evil()')).toThrow('not simulated: value script')
  })

  test('two equal values are found by =, by IN and by LIKE, whatever they are', () => {
    const value = fc.string({ minLength: 1 }).filter((text) => !/[\^,@]|javascript:/.test(text) && text.trim() === text)
    fc.assert(
      fc.property(value, (text) => {
        const one = storeOf([{ name: text }])
        for (const operator of ['=', 'IN', 'LIKE', 'STARTSWITH', 'ENDSWITH']) {
          expect(one.count('thing', `name${operator}${text}`, systemCaller)).toBe(1)
        }
        expect(one.count('thing', `name!=${text}`, systemCaller)).toBe(0)
      }),
      { numRuns: 60 },
    )
  })
})

describe('conditions with a previous row', () => {
  const store = storeOf([])
  const holds = (encoded: string, row: Row, previous?: Row) =>
    store.matches('thing', encoded, row, previous, guestCaller)

  test.each<[string, Row, Row | undefined, boolean]>([
    ['sizeCHANGES', { size: '2' }, { size: '1' }, true],
    ['sizeCHANGES', { size: '1' }, { size: '1' }, false],
    ['sizeVALCHANGES', { size: '1' }, undefined, true],
    ['sizeCHANGES', { size: '' }, undefined, false],
    ['sizeCHANGESTO2', { size: '2' }, { size: '1' }, true],
    ['sizeCHANGESTO2', { size: '2' }, { size: '2' }, false],
    ['sizeCHANGESFROM1', { size: '2' }, { size: '1' }, true],
    ['sizeCHANGESFROM1', { size: '2' }, { size: '3' }, false],
    ['sizeCHANGESTO2^on=true', { size: '2', on: '0' }, { size: '1' }, false],
  ])('%s of %j after %j is %s', (encoded, row, previous, expected) => {
    expect(holds(encoded, row, previous)).toBe(expected)
  })
})

import { describe, expect, test } from '@jest/globals'
import type { ConditionField } from '@accord/shared/schemas'
import { array, assert, constantFrom, property, record, stringMatching } from 'fast-check'
import {
  changeAt,
  comparisonWith,
  fieldAt,
  operatorsOf,
  textOfRows,
} from '../src/configuration/condition/condition-rows.ts'
import {
  type Comparison,
  needsValue,
  OPERATORS,
  readCondition,
  writeCondition,
} from '../src/configuration/condition/encoded-query.ts'

const STATE: ConditionField = { path: 'state', label: 'State', type: 'choice', choices: [{ value: '1', label: 'New' }] }
const ACTIVE: ConditionField = { path: 'active', label: 'Active', type: 'boolean', choices: [] }
const begun: Comparison = { path: '', operator: '=', value: '' }

const comparisons = record({
  path: stringMatching(/^[a-z][a-z0-9_]{0,8}(\.[a-z_]{1,5})?$/),
  operator: constantFrom(...OPERATORS),
  // One that begins as a longer operator does would be another comparison in the text itself.
  value: stringMatching(/^[a-z0-9äß]([A-Za-z0-9 ,'"%-]{0,10}[a-z0-9])?$/),
}).map((comparison) => (needsValue(comparison.operator) ? comparison : { ...comparison, value: '' }))

test('whatever is put together by fields is read as the same again', () => {
  assert(
    property(array(array(comparisons, { minLength: 1, maxLength: 3 }), { maxLength: 4 }), (condition) => {
      expect(readCondition(writeCondition(condition))).toEqual(condition)
    }),
  )
})

describe('a condition as the platform copies it', () => {
  test('is read by its parts, an alternative beside what it belongs to', () => {
    expect(readCondition('active=true^priorityIN1,2^ORcaller_id.vip=true^short_descriptionNOT LIKEtest^EQ')).toEqual([
      [{ path: 'active', operator: '=', value: 'true' }],
      [
        { path: 'priority', operator: 'IN', value: '1,2' },
        { path: 'caller_id.vip', operator: '=', value: 'true' },
      ],
      [{ path: 'short_description', operator: 'NOT LIKE', value: 'test' }],
    ])
    expect(readCondition('assigned_to=^close_notes!=^categoryISEMPTY')?.flat()).toEqual([
      { path: 'assigned_to', operator: 'ISEMPTY', value: '' },
      { path: 'close_notes', operator: 'ISNOTEMPTY', value: '' },
      { path: 'category', operator: 'ISEMPTY', value: '' },
    ])
    expect(readCondition('short_descriptionCONTAINSmail^subcategoryNOTINa,b')?.flat()).toEqual([
      { path: 'short_description', operator: 'LIKE', value: 'mail' },
      { path: 'subcategory', operator: 'NOT IN', value: 'a,b' },
    ])
    expect(readCondition(' ')).toEqual([])
  })

  test.each([
    'active=true^NQpriority=1',
    'active=true^ORDERBYDESCnumber',
    'sys_created_onONToday@javascript:gs.beginningOfToday()@javascript:gs.endOfToday()',
    'sys_updated_onRELATIVEGT@dayofweek@ago@7',
    'assigned_to=javascript:gs.getUserID()',
    'opened_byDYNAMIC90d1921e5f510100a9ad2572f2b477fe',
    'sys_class_nameINSTANCEOFtask',
    'nonsense',
    'priority<',
  ])('stays a text where comparisons cannot say it: %s', (query) => {
    expect(readCondition(query)).toBeUndefined()
  })
})

describe('rows', () => {
  test('what is not complete, or would begin another comparison, is no part of the condition', () => {
    const whole: Comparison = { path: 'state', operator: '=', value: '1' }
    expect(textOfRows([[begun], [whole, { ...whole, value: '' }], [{ ...whole, value: '1^ORactive=true' }]])).toBe(
      'state=1',
    )
    expect(textOfRows([[{ path: 'state', operator: 'ISEMPTY', value: '' }]])).toBe('stateISEMPTY')
  })

  test('another field keeps what still fits, and a field that nobody knows is shown by its name', () => {
    expect(comparisonWith(STATE, { path: 'number', operator: 'STARTSWITH', value: 'INC' })).toEqual({
      path: 'state',
      operator: '=',
      value: '',
    })
    expect(comparisonWith(ACTIVE, begun)).toEqual({ path: 'active', operator: '=', value: 'true' })
    const unknown = fieldAt('u_partner', [STATE])
    expect(unknown).toMatchObject({ label: 'u_partner', type: 'text' })
    expect(operatorsOf(STATE, { path: 'state', operator: 'LIKE', value: 'x' })).toContain('LIKE')
  })

  test('the last alternative that goes takes its row along', () => {
    const one: Comparison = { path: 'state', operator: '=', value: '1' }
    expect(changeAt([[one], [one, begun]], 0, 0, [])).toEqual([[one, begun]])
    expect(changeAt([[one, begun]], 0, 1, [])).toEqual([[one]])
    expect(changeAt([[one]], 0, 0, [one, begun])).toEqual([[one, begun]])
  })
})

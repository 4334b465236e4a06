import { describe, expect, test } from '@jest/globals'
import { systemCaller } from '../../src/access/system-callers.ts'
import { MovableClock } from '../../src/clock.ts'
import { UniqueKeyViolation } from '../../src/records/record-store.ts'
import { newStore } from './new-store.ts'

describe('atomically', () => {
  test('a failure takes back rows, numbers and tables, and lets the error through', () => {
    const store = newStore()
    const before = store.count('incident', '', systemCaller)
    const [first] = store.query('incident', { limit: 1 }, systemCaller)
    const work = () =>
      store.atomically(() => {
        store.defineTable({ name: 'u_new', label: 'New', scope: 'global', columns: [] })
        store.insert('incident', { short_description: 'x' }, systemCaller)
        store.update('incident', first?.['sys_id'] ?? '', { short_description: 'changed' }, systemCaller)
        store.remove('incident', first?.['sys_id'] ?? '')
        throw new Error('stop')
      })
    expect(work).toThrow('stop')
    expect(store.findTable('u_new')).toBeUndefined()
    expect(store.count('incident', '', systemCaller)).toBe(before)
    expect(store.find('incident', first?.['sys_id'] ?? '')).toEqual(first)
  })

  test('an inner failure that is caught outside leaves the rest whole', () => {
    const store = newStore()
    store.atomically(() => {
      store.insert('problem', { short_description: 'kept' }, systemCaller)
    })
    expect(store.count('problem', 'short_description=kept', systemCaller)).toBe(1)
  })
})

test('a unique value is taken once', () => {
  const store = newStore()
  store.insert('sys_user', { user_name: 'one' }, systemCaller)
  expect(() => store.insert('sys_user', { user_name: 'one' }, systemCaller)).toThrow(UniqueKeyViolation)
  expect(() =>
    store.insert('sys_user', { sys_id: '62826bf03710200044e0bfc8bcbe5df1', user_name: 'two' }, systemCaller),
  ).not.toThrow()
  expect(() =>
    store.insert('sys_user', { sys_id: '62826bf03710200044e0bfc8bcbe5df1', user_name: 'three' }, systemCaller),
  ).toThrow(UniqueKeyViolation)
})

test('an update that changes nothing changes nothing: no count, no time', () => {
  const clock = new MovableClock()
  const store = newStore(clock)
  const row = store.insert('incident', { short_description: 'same' }, systemCaller)
  clock.advance(60_000)
  expect(store.update('incident', row['sys_id'] ?? '', { short_description: 'same' }, systemCaller)).toEqual(row)
  expect(
    store.update('incident', row['sys_id'] ?? '', { comments: 'but a comment does' }, systemCaller)?.['sys_mod_count'],
  ).toBe('1')
})

test('a parent table shows the rows of its children and counts their changes as its own', () => {
  const store = newStore()
  const revision = store.revision('task')
  const row = store.insert('change_request', { short_description: 'c' }, systemCaller)
  expect(store.find('task', row['sys_id'] ?? '')).toEqual(row)
  expect(
    store.query('task', { encoded: 'sys_class_name=change_request^short_description=c' }, systemCaller),
  ).toHaveLength(1)
  expect(
    store.query('task', { encoded: 'sys_class_nameINSTANCEOFtask^short_description=c' }, systemCaller),
  ).toHaveLength(1)
  expect(store.revision('task')).toBeGreaterThan(revision)
})

test('a password is hashed, and a hash is not hashed again', () => {
  const store = newStore()
  const user = store.insert('sys_user', { user_name: 'p', user_password: 'hunter2' }, systemCaller)
  expect(user['user_password']).not.toContain('hunter2')
  expect(
    store.update('sys_user', user['sys_id'] ?? '', { user_password: user['user_password'] ?? '' }, systemCaller),
  ).toEqual(user)
})

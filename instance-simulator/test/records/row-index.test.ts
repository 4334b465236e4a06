import { expect, test } from '@jest/globals'
import { array, assert, constant, constantFrom, nat, oneof, property, record } from 'fast-check'
import { systemCaller } from '../../src/access/system-callers.ts'
import { newStore } from './new-store.ts'

const TEXTS = ['', 'Mail', 'mail', 'printer', 'MAIL '] as const
const text = constantFrom(...TEXTS)
const step = oneof(
  record({ kind: constant('insert' as const), text }),
  record({ kind: constant('update' as const), at: nat(30), text }),
  record({ kind: constant('remove' as const), at: nat(30) }),
  record({ kind: constant('failing' as const), at: nat(30), text }),
)

/** The platform reads a second criterion beside the first; no index helps there, so every row is looked at. */
const asScan = (encoded: string) => `${encoded}^NQshort_description=no row has this`

test('what an index finds, a look at every row finds as well, in the same order, whatever was written or taken back before', () => {
  assert(
    property(array(step, { maxLength: 25 }), (steps) => {
      const store = newStore()
      const ids = () => store.query('incident', {}, systemCaller).map((row) => row['sys_id'] ?? '')
      const compare = () => {
        for (const encoded of [
          ...TEXTS.map((value) => `short_description=${value}`),
          'short_descriptionINmail,printer',
          'active=true^short_description=mail^numberSTARTSWITHINC',
          'sys_class_name=incident^short_description=printer',
        ]) {
          const found = (query: string) => store.query('task', { encoded: query }, systemCaller)
          expect([encoded, found(encoded)]).toEqual([encoded, found(asScan(encoded))])
        }
      }
      compare()
      for (const each of steps) {
        const [id = ''] = each.kind === 'insert' ? [] : ids().slice(each.at)
        if (each.kind === 'insert') store.insert('incident', { short_description: each.text }, systemCaller)
        if (each.kind === 'update') store.update('incident', id, { short_description: each.text }, systemCaller)
        if (each.kind === 'remove') store.remove('incident', id)
        if (each.kind === 'failing')
          expect(() =>
            store.atomically(() => {
              store.insert('incident', { short_description: each.text }, systemCaller)
              store.update('incident', id, { short_description: each.text }, systemCaller)
              store.remove('incident', id)
              throw new Error('stop')
            }),
          ).toThrow('stop')
      }
      compare()
    }),
    { numRuns: 60 },
  )
})

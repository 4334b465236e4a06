import { expect, test } from '@jest/globals'

import { createRest } from '../../src/instance/instance-rest.ts'

const at = (second: number) => new Date(second * 1000)

test('of answers to calls that were under way together, the longest rest holds, in either order', () => {
  const rest = createRest()
  rest.begin('https://a.example', { until: at(60), error: 'long' })
  rest.begin('https://a.example', { until: at(10), error: 'short' })
  expect(rest.of('https://a.example')).toMatchObject({ until: at(60), error: 'long' })
  rest.begin('https://a.example', { until: at(90), error: 'longer' })
  expect(rest.of('https://a.example')).toMatchObject({ until: at(90), error: 'longer' })
})

test('an instance that the node is paired with anew has asked for nothing', () => {
  const rest = createRest()
  rest.begin('https://a.example', { until: at(60), error: 'long' })
  expect(rest.of('https://b.example')).toBeUndefined()
  rest.begin('https://b.example', { until: at(10), error: 'short' })
  expect(rest.of('https://b.example')).toMatchObject({ until: at(10) })
})

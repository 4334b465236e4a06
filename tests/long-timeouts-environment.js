import { TestEnvironment } from 'jest-environment-node'

const AT_LEAST_MS = 240_000

/**
 * Jest's own environment with long timeouts: on a busy machine the same test takes ten times as long, and would fail by a
 * time that was measured on an idle one. A test or a hook that names more than this time has what it names.
 */
export default class LongTimeoutsEnvironment extends TestEnvironment {
  handleTestEvent({ name, test, hook }) {
    if (name === 'test_start' && test.timeout) test.timeout = Math.max(test.timeout, AT_LEAST_MS)
    if (name === 'hook_start' && hook.timeout) hook.timeout = Math.max(hook.timeout, AT_LEAST_MS)
  }
}

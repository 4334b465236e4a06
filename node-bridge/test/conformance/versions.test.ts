import { expect, test } from '@jest/globals'
import type { NodeInfo } from '@accord/shared/schemas'

import { requireCommonVersion } from '../../src/nodes/common-version.ts'
import { refusalOf } from '../refused.ts'
import { readFixture } from './read-fixture.ts'

type Ranges = Pick<NodeInfo, 'minRestVersion' | 'maxRestVersion' | 'minHubObjectVersion' | 'maxHubObjectVersion'>
interface Version {
  readonly name: string
  readonly source: Ranges
  readonly destination: Ranges
  readonly restVersion: string | null
  readonly refusal?: string
  readonly facts?: object
}
const { versions } = readFixture<{ versions: Version[] }>('versions.json')

test.each(versions)('$name: $restVersion', async ({ source, destination, restVersion, refusal, facts }) => {
  if (restVersion !== null) return expect(requireCommonVersion(source, destination)).toBe(restVersion)
  const refused = await refusalOf((async () => requireCommonVersion(source, destination))())
  return expect({ refusal: refused.code, facts: refused.facts }).toEqual({ refusal, facts })
})

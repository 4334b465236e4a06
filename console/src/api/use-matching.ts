import { type Candidate, matchCandidates } from '@accord/shared/sync'
import { useMutation } from '@tanstack/react-query'
import { useHost } from '../host/console-host.ts'

/** Fields of both sides whose values have to be the same, in their order. */
export interface MatchRule {
  readonly here: readonly string[]
  readonly there: readonly string[]
}

/** Looks through both sides, page by page; `onCount` hears how many records were read so far. Writes nothing. */
export function useMatching(connectionId: string, onCount: (count: number) => void) {
  const host = useHost()
  return useMutation({
    mutationFn: async (rule: MatchRule) => {
      const key = freshKey()
      let count = 0
      const listAll = async (side: 'here' | 'there') => {
        const found: Candidate[] = []
        for (let after: string | null | undefined; after !== null;) {
          const body = { side, key, fields: [...rule[side]], ...(after === undefined ? {} : { after }) }
          const page = await host.call('listCandidates', { params: { connectionId }, body })
          found.push(...page.records)
          count += page.records.length + page.passed
          onCount(count)
          after = page.next
        }
        return found
      }
      return matchCandidates(await listAll('here'), await listAll('there'))
    },
  })
}

const KEY_BYTES = 32

/** In base64url. */
const freshKey = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(KEY_BYTES))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

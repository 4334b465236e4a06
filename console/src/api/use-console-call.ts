import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useHost } from '../host/console-host.ts'
import type { CallInput, CallName, ConsoleCalls } from '../host/console-calls.ts'

/** Calls that only ask; after them nothing on the pages is out of date. */
const READING: readonly CallName[] = ['resolveDestination', 'checkName', 'preview', 'diagnose']

/** One call of the console as a mutation; after a change, every list and page asks afresh. */
export function useConsoleCall<Name extends CallName>(name: Name) {
  const host = useHost()
  const queries = useQueryClient()
  return useMutation<ConsoleCalls[Name]['answer'], Error, CallInput<Name>>({
    mutationFn: (input) => host.call(name, input),
    onSuccess: () => {
      if (!READING.includes(name)) void queries.invalidateQueries()
    },
  })
}

import { type AnswerTo, CONSOLE_CALLS, type SharedCallName } from '@accord/shared/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useHost } from '../host/console-host.ts'
import type { CallInput } from '../host/console-calls.ts'

/** One call of the console as a mutation; after a change, every list and page asks afresh. */
export function useConsoleCall<Name extends SharedCallName>(name: Name) {
  const host = useHost()
  const queries = useQueryClient()
  return useMutation<AnswerTo<Name>, Error, CallInput<Name>>({
    mutationFn: (input) => host.call(name, input),
    onSuccess: () => {
      if (!CONSOLE_CALLS[name].asks) void queries.invalidateQueries()
    },
  })
}

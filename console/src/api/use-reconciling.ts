import { useQuery } from '@tanstack/react-query'
import type { Reconciling } from '@accord/shared/schemas'
import { CHANGES_KEY, type Seen } from './use-changes.ts'

/** How far the first reconciliation after a pairing has come; undefined once it is through. Asks nothing by itself. */
export function useReconciling(): Reconciling | undefined {
  const { data } = useQuery<Seen>({ queryKey: CHANGES_KEY, enabled: false })
  return data?.reconciling
}

import { useMutation } from '@tanstack/react-query'
import type { BridgeHost } from '../host/bridge-host.ts'
import { useHost } from '../host/console-host.ts'

/** The host of this console with what only it can do. */
export function useBridge(): BridgeHost {
  const host = useHost()
  if (!('accounts' in host)) throw new Error('This page belongs to the bridge')
  return host as BridgeHost
}

/** A call that a form or a button starts. */
export const useAccountCall = <Input, Answer>(call: (input: Input) => Promise<Answer>) =>
  useMutation<Answer, Error, Input>({ mutationFn: call })

import { useMutation } from '@tanstack/react-query'
import type { NodeHost } from './node-host.ts'
import { useHost } from '../../host/console-host.ts'

/** The host of this console with what only it can do. */
export function useNodeHost(): NodeHost {
  const host = useHost()
  if (!('loginWanted' in host)) throw new Error('This page belongs to the node')
  return host as NodeHost
}

/** A call that a form or a button starts. */
export const useAccountCall = <Input, Answer>(call: (input: Input) => Promise<Answer>) =>
  useMutation<Answer, Error, Input>({ mutationFn: call })

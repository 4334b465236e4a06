import { useNodeStatus } from '../api/use-node-status.ts'

/** Nobody can call this side's node: it has to know whom it invites. From what the gate before the wizard has asked. */
export function useIsPrivateNode(): boolean {
  const { data: status } = useNodeStatus(false)
  return status?.prerequisites.some(({ code }) => code === 'node_private') ?? false
}

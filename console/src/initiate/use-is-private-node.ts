import { useNodeStatus } from '../api/use-node-status.ts'

/** True for a node that cannot be called from outside, and so needs the URL of whom it invites. Read from the status that the gate has fetched. */
export function useIsPrivateNode(): boolean {
  const { data: status } = useNodeStatus(false)
  return status?.prerequisites.some(({ code }) => code === 'node_private') ?? false
}

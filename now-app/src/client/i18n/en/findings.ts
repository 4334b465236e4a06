/** Prerequisites by the code of the node's finding; an unknown one shows what the node says. */
export const findings = {
  states: { ok: 'OK', warning: 'Notice', failed: 'Blocks' },
  codes: {
    clock: 'Clock',
    licence: 'Licence',
    public_url: 'Public address',
    instance: 'Instance',
    instance_reachable: 'Instance reachable',
    node_reachable: 'Node reachable',
    pairing: 'Pairing',
    role: 'Role',
  },
}

/** Prerequisites by the code of the node's finding; for an unknown one the page shows what the node says. */
export const findings = {
  states: { ok: 'OK', warning: 'Notice', failed: 'Blocks' },
  titles: {
    node_reachable: 'Node reachable',
    node_public: 'Public address of the node',
    instance_public: 'Public address of the instance',
    tracker: 'Tracker at this side',
    licence: 'Licence',
    clock: 'Clocks',
    last_callback: 'Node reaches the instance',
    restored: 'Restored backup',
  },
  mends: {
    node_reachable: 'Start the node.',
    node_public: 'Set ACCORD_PUBLIC_URL of the node to a public https address.',
    instance_public: 'Nothing to do while the other company only needs the node.',
    tracker: 'Say in Set-up which tracker this side has.',
    licence: 'Enter a licence at the node.',
    clock: 'Synchronise the clock of the node.',
    last_callback: 'See what the instance answered.',
    restored: 'Issue new codes where they are still wanted; renew the keys of connections that show Peer lost.',
  },
}

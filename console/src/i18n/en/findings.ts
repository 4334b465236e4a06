/** Prerequisites by the code of the node's finding; for an unknown one the page shows what the node says. */
export const findings = {
  states: { ok: 'OK', warning: 'Notice', failed: 'Blocks' },
  titles: {
    own_address: 'The node finds itself',
    instance_reachable: 'Node can call the instance',
    role: 'Your role',
    pairing: 'Pairing',
    node_reachable: 'Node reachable',
    node_public: 'Public address of the node',
    node_private: 'Private node',
    instance_public: 'Public address of the instance',
    tracker: 'Tracker at this side',
    licence: 'Licence',
    clock: 'Clocks',
    last_callback: 'Node reaches the instance',
    row_refused: 'Rules of the instance',
    moved: 'New public address',
    restored: 'Restored backup',
    instance_copied: 'Copy of the instance',
    files: 'Files of the node',
    audit: 'Audit log',
    schema: 'Schema of the database',
  },
  remedies: {
    own_address: 'Check ACCORD_PUBLIC_URL, the name server and the proxy in front of the node.',
    instance_reachable:
      'Let the node reach the URL of the instance: check the network, and the private ranges it may call.',
    row_refused: 'Except the tables of Accord from the rule that is named.',
    role: 'Ask an administrator for the role “admin” of Accord.',
    pairing: 'Open Set-up and paste the pairing code that the node prints.',
    node_reachable: 'Start the node.',
    node_private:
      'Enter the URL of the other side when you initiate. If it is private too, one of the two nodes has to be made reachable.',
    node_public: 'Set ACCORD_PUBLIC_URL of the node to a public https address.',
    instance_public: 'Nothing to do while the other company only needs the node.',
    tracker: 'Say in Set-up which tracker this side has.',
    licence: 'Install a licence of the vendor in General Settings; existing connections go on.',
    clock: 'Synchronise the clock of the node.',
    last_callback: 'See what the instance answered.',
    moved:
      'Issue new codes. A connection whose other side goes on calling the old address learns the new one by a code that renews the keys.',
    restored: 'Issue new codes where they are still wanted; renew the keys of connections that show Peer lost.',
    instance_copied:
      'End the pairing in Set-up of the copy, or pair it with a node of its own. Then pair this instance again, so that the token in the copy opens nothing.',
    files: 'Give nobody but the node access to its directory and its secrets; no other process may be in its group.',
    audit:
      'Somebody has changed the database. The operator of the node keeps a copy, looks at it, and sets the log going again: accord audit resume.',
    schema: 'The operator of the node finds out who made it, and drops what nobody of yours has made.',
  },
}

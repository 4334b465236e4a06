export const setup = {
  title: 'Set-up',
  lead: 'Accord works through a node, a service of your own beside this instance. Three tasks connect the two.',
  copyOf:
    'This instance is a copy of {{url}}. It holds the pairing of that instance and does not use it: nothing is sent, and other companies find no node here. Pair it with a node of its own.',
  tasks: {
    app: { title: 'Install the application', text: 'Done: version {{version}} runs on {{instance}}.' },
    node: {
      title: 'Start the node',
      text: 'Run it on a machine that this instance can reach. When it starts, it prints a pairing code.',
    },
    pair: {
      title: 'Paste the pairing code',
      text: 'The code can be used once, within 30 minutes. It holds no password; both sides make their own secrets.',
    },
  },
  done: 'done',
  pairingCode: 'Pairing code',
  pairingHint: 'The whole line that the node prints',
  required: 'Paste the pairing code first.',
  pair: 'Pair',
  paired: 'The instance is paired with its node.',
  reconciling: {
    asking: 'The node is asked which connections it has.',
    storing_one: '{{stored}} of {{count}} connection that the node has is stored here.',
    storing_other: '{{stored}} of {{count}} connections that the node has are stored here.',
    goesOn: 'A job of this instance does it, also when you leave this page.',
    refused: '{{title}}. It is tried again each five minutes; nothing is lost.',
    done: 'All connections of the node are stored here.',
  },
  node: 'Node',
  instance: 'This instance',
  version: 'Accord version',
  fingerprint: 'Key fingerprint',
  nodeTime: 'Time at the node',
  licence: 'Licence',
  licenceKinds: { evaluation: 'Evaluation until {{until}}', paid: 'Paid until {{until}}' },
  licenceEnded: 'Ended on {{until}}',
  again: 'Pair again',
  againText:
    'With another node, or after the pairing was revoked at the node. Connections stay with the node that made them.',
  goOn: 'Go to Connections',
  prerequisites: 'Prerequisites of a connection',
}

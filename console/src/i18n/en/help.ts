export const help = {
  title: 'Help',
  topics: {
    about: 'About',
    releases: 'Release history',
    glossary: 'Glossary',
    security: 'Security',
    api: 'API reference',
  },
  what: 'Accord connects this instance with another company’s tracker by a signed invitation code. Neither side ever hands over its credentials.',
  app: 'Version of this application',
  node: 'Version of the node',
  protocol: 'Protocol versions',
  replica: 'Replica versions',
  nodeUrl: 'Node',
  licence: 'Licence',
  licences: {
    evaluation: 'evaluation',
    paid: 'paid',
    ended: 'ended: existing connections go on, new ones are refused',
  },
  licenceEnds: 'Licence until',
  apiLead:
    'Every call of the node with its fields, answers and refusals, by who may make it. For your tools there is the',
  findCall: 'Find a call',
  noCall: 'No call has these words.',
  openApi: 'OpenAPI document',
  audiences: {
    public: 'Open to everybody',
    node: 'Calls of other nodes, signed',
    instance: 'Calls of the paired instance, with its token',
    operator: 'Calls of the operator, with the operator’s token',
  },
}

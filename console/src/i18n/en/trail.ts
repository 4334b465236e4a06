/** The audit trail of one connection. */
export const trail = {
  lead: 'Who did what with this connection, newest first, from the audit log of the node. Each entry holds the hash of the one before it: nobody can change or remove one unnoticed.',
  older: 'Show older entries',
  by: 'by {{actor}}, {{caller}}',
  from: 'from {{source}}',
  place: '#{{seq}} {{hash}}',
  callers: {
    public: 'without a proof',
    node: 'through the other node',
    instance: 'through the instance',
    operator: 'with the token of the operator',
    self: 'by itself',
    console: 'through the console of the node',
  },
}

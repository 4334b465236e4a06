export const support = {
  look: 'Where to look first',
  prerequisites: 'Prerequisites: what a connection needs, and what keeps the node and the instance apart',
  diagnosis: 'Connections: open one, then Diagnosis, which examines each step and names who must act',
  jobs: 'Jobs: work that was given up or keeps failing, with its cause',
  logs: 'Where the logs are',
  instanceLog: 'On this instance: System Logs → Application Logs, application Accord',
  outboundLog: 'Calls to the node: System Logs → Outbound HTTP Requests; of secrets and texts it holds nothing',
  nodeLog: 'At the node: its standard error, one JSON line for each event; its audit log by “accord audit export”',
  ask: 'When you ask for help',
  send: 'Send these versions, the findings of Prerequisites and Diagnosis, and the request ID of the message that you have seen.',
  never: 'Never send an invitation code, a pairing code, a key or a password. Nobody who helps needs one.',
}

/**
 * The rooms of node-bridge/src, and what each may import; a type is knowledge as well, so `import type` counts the same.
 * From the ground up: a room knows only what stands above it here, so there is no circle. docs/architecture.md draws it.
 */
const TABLE = `
# What everything stands on: nothing here knows what a connection is.
event-loop
background
identifiers
refusals
sandbox
keys                      → event-loop
vault
jws                       → keys
files                     → jws
config                    → files
network                   → refusals
limits                    → network
tracing                   → config network

# What is kept, and who did it.
store/engine              → files config
store/audit               → store/engine
store/connections         → store/engine
store/handshake           → store/engine store/connections
store/console             → store/engine
store/instance            → store/engine
store/jobs                → identifiers tracing store/engine
store/licence             → store/engine
store/node                → store/engine
store/notices             → store/engine
store/sealed              → vault store/engine
store/sync                → identifiers store/engine
audit                     → identifiers refusals vault files config store/engine store/audit store/connections
                            store/node background
identity                  → keys vault store/engine store/node audit
master-key                → vault files config store/engine store/audit store/sealed audit
jobs                      → refusals tracing store/engine store/handshake store/console store/jobs store/sync audit background

# Connections.
nodes                     → identifiers refusals keys jws network tracing
connections               → identifiers refusals keys vault limits store/engine store/connections store/handshake
                            store/node audit identity jobs nodes
invitations/pasted        → jws
invitations               → identifiers refusals keys vault jws store/engine store/connections store/handshake jobs
                            nodes connections invitations/pasted
peer-calls                → refusals keys vault network store/engine store/connections jobs nodes connections
handshake/messages        → event-loop refusals keys jws network nodes invitations
handshake/source          → refusals keys network store/engine store/connections store/handshake jobs nodes connections
                            peer-calls handshake/messages
handshake/destination     → identifiers refusals keys store/engine store/connections store/handshake jobs nodes
                            connections invitations peer-calls handshake/messages
handshake/private-source  → refusals keys network store/connections store/handshake jobs nodes connections invitations
                            peer-calls handshake/messages handshake/source handshake/destination
contact                   → refusals keys limits store/engine store/connections store/node audit jobs connections
                            peer-calls
key-rotation              → refusals keys jws limits store/engine store/connections jobs connections peer-calls
trackers
trackers/servicenow       → refusals trackers background
sync/pairs
sync/rules                → refusals sandbox trackers
sync/messages             → refusals keys jws sync/pairs
sync/language             → refusals sync/rules
sync/items                → identifiers identity limits refusals keys vault sandbox store/engine store/connections store/node
                            store/sync jobs connections peer-calls sync/pairs sync/messages
sync/quarantine           → refusals store/engine store/connections store/sync jobs sync/pairs sync/items
sync/bulk                 → refusals store/engine store/sync audit jobs sync/pairs sync/items
sync/comparison           → refusals store/engine store/connections store/sync audit jobs sync/pairs sync/items
                            sync/quarantine
sync/configuration        → identifiers refusals vault store/engine store/connections store/instance store/sync audit jobs
                            trackers sync/pairs sync/rules sync/language sync/items sync/quarantine
sync/files                → background refusals store/connections store/sync jobs peer-calls trackers sync/items
sync/steps                → keys nodes refusals sandbox store/sync sync/items
sync/outgoing             → refusals sandbox store/engine store/connections store/sync trackers sync/pairs sync/rules
                            sync/messages sync/items sync/configuration sync/steps
sync/incoming             → keys refusals sandbox store/engine store/connections store/sync trackers sync/pairs sync/rules sync/items
                            sync/comparison sync/configuration sync/files sync/outgoing
sync/test-run             → refusals sandbox store/connections store/sync trackers sync/pairs sync/rules sync/messages
                            sync/items sync/configuration sync/steps sync/outgoing sync/incoming
sync/exchange             → refusals store/engine store/connections store/sync jobs connections peer-calls sync/pairs
                            sync/messages sync/items sync/files
sync/worker               → sandbox store/engine store/connections store/sync trackers jobs sync/pairs
                            sync/items sync/configuration sync/steps sync/outgoing sync/incoming background
sync/matching             → refusals store/connections store/sync peer-calls trackers sync/pairs sync/items
                            sync/configuration sync/outgoing sync/worker
sync/drift                → refusals store/connections store/sync audit jobs peer-calls trackers sync/pairs sync/items
                            sync/outgoing sync/worker
sync/backfill             → refusals store/engine store/connections store/sync audit jobs connections trackers sync/items sync/configuration
                            sync/outgoing
diagnosis                 → refusals keys network limits store/connections store/instance store/jobs nodes connections
                            peer-calls contact
backup                    → vault files store/engine store/connections store/node store/sync audit master-key jobs connections

# The node for its own people.
instance                  → refusals vault config network limits tracing store/engine store/connections store/instance
                            store/jobs store/node audit identity jobs nodes connections
callers                   → refusals store/connections store/handshake store/instance nodes connections peer-calls
                            handshake/source handshake/private-source instance
licence                   → refusals keys jws files config store/engine store/connections store/licence audit identity
                            invitations/pasted
run-settings              → config store/engine store/instance store/node audit
console                   → refusals vault limits store/engine store/console audit
notices                   → background identifiers keys refusals network store/engine store/instance store/notices
                            audit jobs nodes
overview                  → background store/engine store/connections store/sync connections notices
observability             → config tracing store/engine store/connections store/jobs store/notices store/sync
http                      → event-loop refusals keys jws config network limits tracing audit nodes console notices observability

# Each operation and the one call that answers it.
http/operations           → audit jobs connections invitations handshake/source handshake/destination
                            handshake/private-source contact key-rotation sync/items sync/quarantine sync/bulk sync/comparison sync/configuration
                            sync/files sync/exchange sync/test-run sync/matching sync/drift sync/backfill diagnosis instance licence run-settings console
                            notices overview observability http

# Where the parts meet.
compose                   → sandbox vault config network tracing store/engine store/connections store/instance
                            store/sync audit identity master-key jobs nodes connections peer-calls handshake/destination
                            handshake/private-source contact key-rotation trackers trackers/servicenow sync/language
                            sync/items sync/quarantine sync/bulk sync/comparison sync/configuration sync/files sync/exchange sync/worker sync/drift sync/backfill diagnosis backup instance callers
                            licence run-settings console
                            notices overview observability http http/operations
bridge                    → trackers vault files config network tracing store/engine store/jobs audit master-key console
                            observability http compose
cli                       → sandbox sync/rules sync/language vault config network store/engine store/connections store/node audit master-key nodes
                            diagnosis backup instance console http bridge
main                      → files cli
`

/** What the table may never say, below a room of that name, too: who, whom. `*`: anybody. */
export const NEVER: readonly (readonly [string, string])[] = [
  ['connections', 'sync'],
  ['connections', 'store/sync'],
  ['http', 'store'],
  ['handshake', 'contact'],
  ['handshake', 'key-rotation'],
  ['contact', 'handshake'],
  ['contact', 'key-rotation'],
  ['key-rotation', 'handshake'],
  ['key-rotation', 'contact'],
  ['sandbox', '*'],
]

export const ROOMS = readTable(TABLE)

/** A row begins at the edge; further lines of it are indented. */
export function readTable(table: string): ReadonlyMap<string, readonly string[]> {
  const rooms = new Map<string, string[]>()
  let row: string[] = []
  for (const line of table.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue
    const words = line.split(/[\s→]+/u).filter((word) => word !== '')
    if (!line.startsWith(' ')) rooms.set(words.shift() ?? '', (row = []))
    row.push(...words)
  }
  return rooms
}

/** The page of all pairs that are not at rest. */
export const queue = {
  title: 'Queue',
  lead: 'Pairs of all connections that are on their way or wait for somebody. Everything else is in sync.',
  empty: 'Nothing waits, and nothing is on its way.',
  nothingFits: 'No pair stands so.',
  noSuchKey: 'No pair has a record with the number {{key}}, here or at the other side. A number is typed whole.',
  showAll: 'Show all',
  causes: 'Waiting for you, by cause',
  cause: '{{number}} × {{title}}',
  seeComparison:
    'What a comparison holds is let go on at its connection, under Sync, where you see what would be overwritten.',
  search: 'Narrow the queue',
  key: 'Number of a record',
  any: 'Any',
  narrow: {
    filter: 'State',
    connectionId: 'Connection',
    table: 'Table',
    cause: 'Cause',
    unmovedMinutes: 'Nothing happened for',
  },
  filters: {
    open: 'Not at rest',
    held: 'Waiting for you',
    held_there: 'Waiting at the other side',
    moving: 'On the way',
  },
  ages: { '5': '5 minutes', '60': 'an hour', '1440': 'a day', '10080': 'a week' },
  columns: { connection: 'Connection', remote: 'At the other side', moved: 'Last step' },
  other: 'the other side',
  range: '{{from}} to {{to}}',
}

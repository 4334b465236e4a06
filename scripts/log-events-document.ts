import { AUDIT_ACTIONS, LOG_EVENTS } from '@accord/shared/protocol'

import { formatDocument } from './format-document.ts'

export const LOG_EVENTS_DOCUMENT = new URL('../docs/log-events.md', import.meta.url)

const rowsOf = (entries: Readonly<Record<string, string>>): string =>
  Object.entries(entries)
    .map(([name, words]) => `| \`${name}\` | ${words} |`)
    .join('\n')

/** docs/log-events.md: what both logs can hold, from the list that the program writes from. */
export const createLogEventsDocument = (): Promise<string> =>
  formatDocument(
    LOG_EVENTS_DOCUMENT,
    `# Entries of the logs

Made from \`shared/src/protocol/log-events.ts\` by \`npm run docs:events\`.

## The log of a connection

Each entry stands in the audit log, too, as \`connection.<name>\`. The console shows the words of the right column, in the reader's language.

| name | what happened |
| --- | --- |
${rowsOf(LOG_EVENTS)}

## What else the audit log holds

| action | what happened |
| --- | --- |
${rowsOf(AUDIT_ACTIONS)}
`,
  )

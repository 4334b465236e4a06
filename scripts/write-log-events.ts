import { writeFileSync } from 'node:fs'

import { createLogEventsDocument, LOG_EVENTS_DOCUMENT } from './log-events-document.ts'

writeFileSync(LOG_EVENTS_DOCUMENT, await createLogEventsDocument())

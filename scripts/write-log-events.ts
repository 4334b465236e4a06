import { writeFileSync } from 'node:fs'

import { createLogEventsDocument } from './log-events-document.ts'

writeFileSync(new URL('../docs/log-events.md', import.meta.url), await createLogEventsDocument())

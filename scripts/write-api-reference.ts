import { writeFileSync } from 'node:fs'

import { createApiReference } from './api-reference.ts'

writeFileSync(new URL('../docs/api.md', import.meta.url), await createApiReference())

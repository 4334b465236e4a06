import { writeFileSync } from 'node:fs'

import { API_REFERENCE, createApiReference } from './api-reference.ts'

writeFileSync(API_REFERENCE, await createApiReference())

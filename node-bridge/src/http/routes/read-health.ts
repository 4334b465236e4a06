import { route } from '../route.ts'

/** The process runs and answers; whether it can work is `readReadiness`. */
export const readHealth = () => route('readHealth', async () => ({ status: 'ok' as const }))

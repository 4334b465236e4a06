/** Announcements of new keys and codes that renew them, in order for each connection. */
export const KEYS_QUEUE = 'keys'

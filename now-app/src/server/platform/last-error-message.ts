import { gs } from '@servicenow/glide'

/** What a rule has said last to the session of the call; empty where none has. The platform's types call the list a text. */
export function lastErrorMessage(): string {
  const messages = gs.getErrorMessages() as unknown as readonly string[] | null
  return messages && messages.length > 0 ? String(messages[messages.length - 1]) : ''
}

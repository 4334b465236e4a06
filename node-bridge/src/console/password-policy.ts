import { LIMITS } from '@accord/shared/protocol'

import { Refusal } from '../refusal.ts'

const FEWEST_DIFFERENT = 5

/** Length counts, not kinds of characters. Throws `password_weak`. */
export function requireStrongPassword(password: string, userName: string): void {
  const isLong = [...password].length >= LIMITS.passwordMinChars
  const isVaried = new Set(password).size >= FEWEST_DIFFERENT
  const rest = password.toLowerCase().replaceAll(userName.toLowerCase(), '')
  if (!isLong || !isVaried || [...rest].length < LIMITS.passwordMinChars / 2) throw new Refusal('password_weak')
}

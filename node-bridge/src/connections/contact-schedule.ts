/** A half to one and a half of `everyMs` from now: connections that began together drift apart. `chance`: 0 to 1. */
export const nextContactAt = (now: Date, everyMs: number, chance = Math.random()): Date =>
  new Date(now.getTime() + Math.round(everyMs * (0.5 + chance)))

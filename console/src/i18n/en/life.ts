/** Pausing, resuming and ending a connection; how the other side's node answers. */
export const life = {
  health: 'Answers of the other side',
  healths: {
    up: 'prompt',
    slow: 'slow, or one was missed',
    down: 'none: it is tried again by itself',
    none: 'not asked yet',
  },
}

/** One step with many pairs of the queue. */
export const bulk = {
  title: 'With all of these pairs',
  labels: { retry: 'Retry all', skip: 'Skip all', unlink: 'Unlink all' },
  texts: {
    retry:
      'Each is tried again with the rules of now. What cannot go on waits again with its cause; nothing is lost, so nothing has to be undone.',
    skip: 'What the other side sent is passed over: it is never written here. That cannot be undone. The next change of a record is taken again, with all of its fields. A pair that waits only with what leaves here stays as it is.',
    unlink:
      'Each pair ends at both sides, for ever; both records stay as they are. That cannot be undone. The list below, saved as CSV, makes pairs of them again by Connect a list.',
  },
  counting: 'Nothing is done yet: the pairs are counted.',
  none: 'None of these pairs waits for that.',
  count_one: 'One pair is meant.',
  count_other: '{{number}} pairs are meant.',
  sample_one: 'It is this one:',
  sample_other: 'These {{count}} moved last:',
  later: 'Pairs to which something happens from now on are left out.',
  confirm: '{{label}}: {{number}}',
  csv: 'Save all of them as CSV',
  reading: '{{count}} read …',
  began: 'It has begun; its progress stands above the queue.',
  progress: '{{step}}: {{seen}} of {{total}} pairs, done with {{changed}}',
  states: {
    running: 'Under way',
    paused: 'Paused: the rest is as it was',
    done: 'Done',
    cancelled: 'Cancelled: the rest is as it was',
  },
  changes: { pause: 'Pause', resume: 'Resume', cancel: 'Cancel' },
  notAll_one: 'One stayed as it was: something happened to it after the count, or it did not wait for that.',
  notAll_other:
    '{{count}} stayed as they were: something happened to them after the count, or they did not wait for that.',
  onlyHeld: 'Only pairs that wait for you here can be tried again or skipped.',
  byNumber: 'Narrow the queue by its lists instead of one number.',
}

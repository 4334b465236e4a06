/** New scripts for some pairs first, on *Configure Sync*. */
export const canary = {
  title: 'For some pairs first',
  lead: 'The next 20 pairs that have something to do run by the scripts in the editor, all others by those that are published. Without a new failure they count for all then; with three they are given up by themselves, and the 20 go back.',
  begin: 'Publish for the next 20 pairs',
  beginning: 'Publishing for the next 20 pairs …',
  nothing: 'Change a script first: the scripts in the editor are the ones that are published.',
  condition:
    'The condition is changed as well. Publish it by itself first: it says which pairs begin, for all scripts.',
  state: {
    running: 'they are tried now',
    promoted: 'they count for all pairs',
    fell_back: 'they were given up, and the scripts of before count',
    superseded: 'other scripts were published meanwhile, and those count',
  },
  undecided: 'some pairs fail that did not before, fewer than {{failures}}: decide whether they shall count for all',
  beganBy: 'Begun by {{actor}}',
  endedBy: 'Ended by {{actor}}',
  endedByItself: 'Ended by itself',
  counts: '{{done}} of {{total}} pairs are through, {{failed}} fail that did not before.',
  unnamed: 'a record without a number yet',
  asBefore: 'fails by the published scripts as well',
  askTitle: 'Work notes may leave',
  askText:
    'By these scripts, work notes of the newest pairs would go to {{remote}} that did not before, or the scripts could not be tried on them. What has left does not come back.',
  publish: 'Publish for all now',
  giveUp: 'Give up',
  publishTitle: 'Publish these scripts for all pairs?',
  publishText: 'They count for every pair from then on, also where not all of the 20 have run yet.',
  giveUpTitle: 'Give these scripts up?',
  giveUpText: 'The pairs that ran by them are sent and written by the published scripts again.',
}

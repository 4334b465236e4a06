/** On request both sides of a connection are compared, without a value of either. */
export const drift = {
  title: 'Compare both sides',
  lead: 'Reads the record of each pair here and at {{remote}}, and compares them by hashes: no value leaves either side, and nothing is changed. It runs in the background and gives way to everything else.',
  check: 'Compare now',
  again: 'Compare again',
  rests: 'Only an active connection can be compared.',
  began: 'Begun by {{actor}}',
  progress_one: '{{checked}} of {{total}} pair compared',
  progress_other: '{{checked}} of {{total}} pairs compared',
  settling: 'What differed is being sent again. Compare once more when nothing is on its way any longer.',
  problem: '{{remote}} could not be asked: {{title}}. It is asked again by itself.',
  noPairs: 'There is no pair to compare yet.',
  allEqual_one: 'The one pair is the same at both sides.',
  allEqual_other: 'All {{total}} pairs are the same at both sides.',
  counts: '{{equal}} the same, {{different}} different, {{missing}} missing, {{moving}} on the way.',
  mapped_one:
    '{{count}} of the same ones cannot be compared further: rules change a value on its way, or one side sends nothing of it. Neither side has anything unsent.',
  mapped_other:
    '{{count}} of the same ones cannot be compared further: rules change values on their way, or one side sends nothing of them. Neither side has anything unsent.',
  list: 'Pairs that are not the same, the first fifty',
  what: 'What is found',
  verdicts: {
    different: 'Different, and not sent yet',
    missing: 'A record or the pair is missing at one side',
    moving: 'On the way, or waits for a person',
  },
  remedies: {
    different:
      'Different: a change that nobody has noticed. Send it again; where both sides differ, the side that began the connection keeps its value.',
    missing:
      'Missing: a record was deleted, or the other side has lost the pair. Send it again; no second record is made where the first one is there.',
    moving:
      'On the way: it comes to rest by itself, compare again then. A pair that waits for a person stands in the tab Sync with its cause.',
  },
  settle: 'Send again what differs',
  keep: 'Leave it',
  confirm:
    'Both sides look at these pairs anew and send what was not sent. Fields can be overwritten here and at {{remote}}; the history of each pair names the paths.',
  settled: 'What differs is being sent again.',
}

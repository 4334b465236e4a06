/** What is being written and not published yet, on *Configure Sync*. */
export const drafts = {
  saved: 'Draft saved. It runs nowhere until it is published.',
  saving: 'Saving the draft…',
  waiting: 'The draft is saved as soon as you pause.',
  undecided: 'The draft is not saved until you have chosen one of both texts above.',
  failed: 'The draft could not be saved: what you typed last is on this page alone.',
  tooLong_one: 'The draft is not saved: a script may have {{limit}} characters. Shorten it by {{count}}.',
  tooLong_other: 'The draft is not saved: a script may have {{limit}} characters. Shorten it by {{count}}.',
  theirs:
    '{{author}} began to write here {{since}}, and changed this last {{last}}. You see that text; what you change is saved in it.',
  theirsToRead:
    '{{author}} began to write here {{since}}, and changed this last {{last}}. This text is a draft: what is published still runs.',
  changed: '{{author}} has changed the draft while you wrote, last {{last}}. Both texts are kept until you choose.',
  stale: 'Something else was published since this draft was begun. Compare both before you publish.',
  compare: 'Compare both texts',
  hide: 'Hide both texts',
  takeTheirs: 'Take the text of {{author}}',
  keepMine: 'Keep my text',
  keepDraft: 'Keep the draft',
  letGo: 'Let the draft go',
  diff: '{{script}}: what the one on this page changes',
  same: 'Both scripts are the same. They differ in the condition or in what stands beside it.',
}

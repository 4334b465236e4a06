import { ERROR_CODES, isErrorCode } from '@accord/shared/protocol'

import type { NoticeTexts } from './notice-texts.ts'

const titled = (code: string): string => (isErrorCode(code) ? `${ERROR_CODES[code].title} (${code})` : code)
const records = (count: number): string => (count === 1 ? '1 record waits' : `${count} records wait`)
const asked = (subject: string): string => `the table ${subject}`

export const EN: NoticeTexts = {
  causes: {
    pairs_held: ({ count, subject }) => `${records(count)} for a person: ${titled(subject)}`,
    sync_stuck: ({ count }) =>
      `nothing has happened to ${count === 1 ? '1 change' : `${count} changes`} for a quarter of an hour`,
    comparison_waits: () => 'after a restore more differs than is overwritten without a word of yours',
    canary_fell_back: ({ subject }) =>
      `rules for ${asked(subject)} failed on the pairs that tried them and were given up`,
    dictionary_changed: ({ count, subject }) =>
      `${count === 1 ? '1 field' : `${count} fields`} that the rules of ${asked(subject)} name ${count === 1 ? 'has' : 'have'} changed in the instance`,
    peer_away: () => 'the other side does not answer',
    peer_lost: () => 'the other side has forgotten the connection',
    approval_asked: () => 'the other side has accepted the invitation, and you have to approve',
    invitation_ends: () => 'nobody has accepted the invitation, and its code ends soon',
    instance_refuses: ({ subject }) => `the instance is not reached: ${titled(subject)}`,
    instance_copied: () => 'a copy of the instance has called this node and was refused',
    licence_ends: () => 'the licence of this node ends',
    licence_ended: () => 'the licence of this node has ended: what exists goes on, nothing new can be connected',
    jobs_dead: ({ count, subject }) =>
      `${count === 1 ? '1 job' : `${count} jobs`} of the queue ${subject} ${count === 1 ? 'was' : 'were'} given up`,
    audit_broken: () => 'the audit log was changed by hand',
  },
  ends: {
    pairs_held: ({ subject }) => `no record waits any more for ${titled(subject)}`,
    sync_stuck: () => 'changes move again',
    comparison_waits: () => 'the comparison after the restore goes on',
    canary_fell_back: ({ subject }) => `rules for ${asked(subject)} that were given up`,
    dictionary_changed: ({ subject }) => `the rules of ${asked(subject)} fit the instance again`,
    peer_away: () => 'the other side answers again',
    peer_lost: () => 'the other side knows the connection again, or it has ended',
    approval_asked: () => 'nothing waits for your approval any more',
    invitation_ends: () => 'the invitation was accepted or has ended',
    instance_refuses: () => 'the instance is reached again',
    instance_copied: () => 'no copy of the instance calls any more',
    licence_ends: () => 'the licence of this node was renewed',
    licence_ended: () => 'this node has a licence again',
    jobs_dead: ({ subject }) => `no job of the queue ${subject} is given up any more`,
    audit_broken: () => 'the audit log goes on',
  },
  remedies: {
    pairs_held:
      'Open the queue: it names the remedy of the cause and tries all of them again. All other records go on.',
    sync_stuck:
      'Run the diagnosis of the connection: it tells whether the other side or your instance does not answer.',
    comparison_waits: 'Look at what differs on the page of the connection, then let it go on.',
    canary_fell_back: 'The versions of the rules show on which pairs they failed. The rules of before count meanwhile.',
    dictionary_changed: 'The page of the rules names each field with its line. Correct it before a record fails by it.',
    peer_away:
      'It is tried again by itself and nothing is lost. The diagnosis of the connection tells what stands in the way.',
    peer_lost: 'Perhaps a backup was restored there. If it does not come back by itself, renew its keys with a code.',
    approval_asked: 'Open the connection, compare the fingerprint with the other side, and approve or reject it.',
    invitation_ends: 'Remind the other company, or issue a new code on the page of the connection.',
    instance_refuses: 'The prerequisites name what stands in the way. Nothing is lost; it is tried again by itself.',
    instance_copied: 'Remove the pairing on the copy, or pair it with a node of its own.',
    licence_ends: 'Install the next licence under General Settings.',
    licence_ended: 'Install a licence under General Settings.',
    jobs_dead: 'The page of jobs names why; once the cause is removed, try them again there.',
    audit_broken: 'Keep the database as it is and run: accord audit verify',
  },
  test: 'this is a test: notices of this node arrive here',
  since: (time) => `Since ${time}`,
  began: (time) => `It began on ${time}`,
  until: (time) => `Until ${time}`,
  grew: (more, time) => `${more} more since ${time}`,
  over: 'Over',
  remedy: 'What to do',
  several: (open, over) =>
    [
      ...(open > 0 ? [open === 1 ? '1 thing needs you' : `${open} things need you`] : []),
      ...(over > 0 ? [over === 1 ? '1 is over' : `${over} are over`] : []),
    ].join(', '),
  hidden: (count) => `And ${count} more, which the console shows.`,
  node: (name, url) => `From the Accord node ${name} at ${url}`,
  footer:
    'One notice per cause and hour at most, and one when it is over. Nothing of any record is in it. Do not answer: nobody reads it.',
}

import type { JobQueue } from '@accord/shared/protocol'

/** Work of the node that does not get on. */
export const jobs = {
  title: 'Jobs',
  lead: 'Work of the node that was given up, and work that has failed three times and is tried again by itself. Nothing of it is lost.',
  empty: 'All work gets on: nothing was given up and nothing keeps failing.',
  count_one: '{{count}} job does not get on',
  count_other: '{{count}} jobs do not get on',
  hidden_one: '{{count}} more job is not shown.',
  hidden_other: '{{count}} more jobs are not shown.',
  since: 'Since',
  attempts_one: '{{count}} attempt',
  attempts_other: '{{count}} attempts',
  next: 'next attempt',
  givenUp: 'given up',
  tryAgain: 'Try again',
  tryAgainOf: 'Try again: {{name}}',
  tryAll: 'Try all again',
  tried: '{{name}} is tried again.',
  triedAll_one: '{{count}} job is tried again.',
  triedAll_other: '{{count}} jobs are tried again.',
  queues: {
    callback: 'Telling the instance',
    backfill: 'Telling the instance of everything',
    sync: 'Records to the other side',
    files: 'Files of records',
    notices: 'Notices to people',
    handshake: 'Handshake',
    contact: 'Sign of life to the other side',
    keys: 'New key for the other side',
    terminate: 'Telling the other side of the end',
    expiry: 'End of an invitation',
    collect: 'Asking the other side for its acceptance',
  } satisfies Record<JobQueue, string>,
  unexpected: {
    title: 'something that nobody expected',
    remedy: 'The log of the node names the cause. Try again once it is remedied.',
  },
  instance: {
    instance_unreachable: {
      title: 'the instance does not answer',
      remedy:
        'It is asked again by itself. If it stays so, see whether the node can reach the address of the instance.',
    },
    unauthenticated: {
      title: 'the instance refuses the callback key (401)',
      remedy:
        'It was paired anew, its pairing record was changed, or an access policy bars the node. Pair it with this node again under Set-up.',
    },
    missing_role: {
      title: 'the instance forbids the call (403)',
      remedy:
        'Give the events route of Accord its own ACL back, as the application installs it, and allow the node in access policies and lists of addresses.',
    },
    not_found: {
      title: 'the instance has no events route (404)',
      remedy: 'Install Accord on the instance again, or activate it there.',
    },
    malformed: {
      title: 'the instance does not understand the event',
      remedy: 'The application and the node are of different releases. Upgrade the older one.',
    },
  },
}

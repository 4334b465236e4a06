import type { Probe } from './probe.ts'
import { background } from './rows/background.ts'
import { consolePage } from './rows/console-page.ts'
import { encryption } from './rows/encryption.ts'
import { fields } from './rows/fields.ts'
import { outboundCalls } from './rows/outbound-calls.ts'
import { publicRoutes } from './rows/public-routes.ts'
import { records } from './rows/records.ts'
import { rights } from './rows/rights.ts'
import { rules } from './rows/rules.ts'
import { sessions } from './rows/sessions.ts'

/** Every row of docs/unverified.md that can be asked over HTTP, in the order of the document. */
export const PROBES: readonly Probe[] = [
  ...publicRoutes,
  ...encryption,
  ...outboundCalls,
  ...consolePage,
  ...records,
  ...rules,
  ...fields,
  ...background,
  ...rights,
  ...sessions,
].toSorted((a, b) => a.row - b.row)

/** The other rows, and how a person settles them: an administrator of the instance, where no other one is named. */
export const BY_HAND: Readonly<Record<number, string>> = {
  6: 'Accord → Connections: click Initiate Connection and Accept invitation',
  10: 'let a developer instance sleep, change a connection (the probe says so where it meets one asleep)',
  11: 'npm run install:app',
  14: 'open the console, change language and theme of the user',
  26: 'add a list-banner button whose script logs current.isNewRecord() and click it',
  30: 'open the form of a connection as an administrator and as an auditor',
  34: 'whoever may clone (role clone_admin): clone, compare glide.servlet.uri, instance_id and instance_name',
  51: 'with the other company: it writes entries with [code], [CODE], [ code] and @[…]; look at form and mails',
  52: 'on an instance with customer service, look a contact up by its mail address before and after opening its class',
  53: 'npm run build:update-set, import the file, preview, commit',
  54: 'open the console in the unified navigation, go on, reload',
  57: 'leave a console page open for longer than glide.ui.session_timeout',
  58: 'set a property of the application, install the next version, look at it',
  61: "deny the node's address by IP address access control, call /discovery from there",
  62: 'the same with adaptive authentication and the Global Blocking Policy',
  63: 'the same with a REST API access policy for the routes of the application',
  65: 'open Configure Sync in the console, look whether the script has colours',
  66: "open a connection's form: the panel stands in it",
  67: 'with another company that has < and & in its name: accept its code, open the form of the connection',
  68: "open a connection's form: the panel shows the next step",
  69: 'run both in Automated Test Framework → Tests',
  70: 'give the user the language German, look at the menu, a form and its buttons',
  71: 'pair with a node that has connections, watch Set-up',
  72: 'upgrade the application while a console page is open, reload it',
  74: 'attach a file to a paired incident',
  75: 'with the other company: it attaches a file, look at Attachments',
  76: 'with the other company: it attaches a page, open it here',
  77: 'with the other company: attach a file of 60 MB at either side',
  80: 'with another instance, both with the products: publish each template, change every state',
  81: 'open an incident that is in a pair as an agent, click Accord',
  82: 'open the page of a record as an agent without a role of Accord; call its route without a login',
  83: 'add the formatter Accord: sync of the record to the form of incidents, open one that is in a pair',
  84: 'set ACCORD_NOTICE_EVENT=true on a paired node, run accord notices test, look at the event log',
  85: 'as before, with a connection of a long name',
  86: 'activate the notification for yourself, accord notices test; install the next version and look at it again',
  87: "on a record's page press Show the sync pairs below these forms, open a form of the table",
  88: 'tick Records may be deleted for incidents, have the other side delete a test record, look whether it goes',
}

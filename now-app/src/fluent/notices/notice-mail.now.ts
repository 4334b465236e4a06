import { EmailNotification } from '@servicenow/sdk/core'
import { EVENTS, TABLES } from '../../server/names.ts'

/**
 * Ready to be switched on, and off until then: whom it goes to is for the admin of the instance to say.
 */
EmailNotification({
  $id: Now.ID['notice-mail'],
  name: 'Accord: something needs a person',
  description: 'Choose who receives it, then activate it. The node sends the event where ACCORD_NOTICE_EVENT is set',
  table: TABLES.node,
  active: false,
  triggerConditions: { generationType: 'event', eventName: EVENTS.notice },
  recipientDetails: { isSubscribableByAllUsers: true, sendToCreator: false },
  emailContent: {
    contentType: 'text/plain',
    subject: '${event.parm1}',
    messageText: '${event.parm1}\n\nAccord > Console\n${event.parm2}',
    omitWatermark: true,
  },
})

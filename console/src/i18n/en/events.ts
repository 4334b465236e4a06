import { LOG_EVENTS } from '@accord/shared/protocol'

/** Handshake log by the node's word for the event. */
export const events = { ...LOG_EVENTS }

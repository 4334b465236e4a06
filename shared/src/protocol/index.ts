export { CODE_BINDINGS, CONFIGURATION_MODES, NODE_TYPES, REDEMPTION_PURPOSES, SIDES, SUPPORTED_MODES } from './words.js'
export type { CodeBinding, ConfigurationMode, NodeType, RedemptionPurpose, Side } from './words.js'
export { CODE_PREFIX, LIMITS, PAIRING_FRAGMENT, SIGNATURE_ALGORITHM, TYP } from './limits.js'
export { HUB_OBJECT_VERSIONS, REST_VERSIONS, chooseVersion, compareVersions } from './versions.js'
export type { VersionRange } from './versions.js'
export {
  DESTINATION_TRANSITIONS,
  INVITATION_TRANSITIONS,
  SOURCE_TRANSITIONS,
  atDestination,
  atEither,
  atSource,
  nextState,
  stateAfter,
  statesAfter,
} from './states.js'
export type {
  ConnectionState,
  InvitationState,
  StateAt,
  Transition,
  TransitionFrom,
  TransitionTable,
} from './states.js'
export {
  LISTED_STATES,
  STATE_GROUPS,
  STATE_LABELS,
  STATE_TRAITS,
  groupOf,
  hasTrait,
  statesWith,
} from './state-traits.js'
export type { StateGroup, StateTrait } from './state-traits.js'
export { AUDIT_ACTIONS, LOG_EVENTS } from './log-events.js'
export type { AuditAction, LogEvent } from './log-events.js'
export { DELIVERY_STATES, NOTICE_CAUSES, NOTICE_CHANNELS, NOTICE_STEPS } from './notice-causes.js'
export type { DeliveryState, NoticeCause, NoticeChannel, NoticeStep } from './notice-causes.js'
export { placeOfNotice } from './notice-place.js'
export { JOB_QUEUES } from './job-queues.js'
export type { JobQueue } from './job-queues.js'
export { LIST_ORDERS } from './list-orders.js'
export type { ListOrder } from './list-orders.js'
export { acknowledgePauses, isPausing } from './pauses.js'
export type { PauseCounts } from './pauses.js'
export { ERROR_CODES, PAGE_CODES, PROXY_CODES, TLS_CODES, isErrorCode, isSyncErrorCode } from './errors.js'
export type { ErrorCode, ErrorEntry, SyncErrorCode, Responsible } from './errors.js'
export { pathOf } from './path-of.js'
export { createProblem } from './problem.js'
export { DEFAULT_SCOPE, isScope, SCOPE_FORM, SCOPE_LENGTH_MAX } from './application-scope.js'
export {
  API_BASE_FORM,
  apiBaseOf,
  CALLBACK_HEADERS,
  INSTANCE_HEADERS,
  callbackSigningInput,
  DEFAULT_API_BASE,
  INSTANCE_API,
  isApiBase,
} from './instance-api.js'
export { INSTANCE_SYNC_API, INSTANCE_SYNC_LIMITS } from './instance-sync-api.js'
export {
  BRIDGE_CONSOLE,
  CONSOLE_ROLES,
  RULES_AUTHOR,
  CONSOLE_TOKEN_HEADER,
  SETUP_LINK_FRAGMENT,
  bridgeConsolePath,
} from './console.js'
export type { ConsoleRight, ConsoleRole } from './console.js'
export { closedGateOf, DIAGNOSIS_STAGES } from './diagnosis.js'
export type { DiagnosisStep } from './diagnosis.js'
export { cutText, TEXT_FAULTS, escapeHidden, faultOfText, replaceHidden } from './text/validate-text.js'
export type { TextFault, TextOptions } from './text/validate-text.js'
export { readPairingCode } from './paste/read-pairing-code.js'
export { PASTED_LINK_MAX_CHARACTERS, readSetupToken } from './paste/read-setup-token.js'
export type { PastedPairingCode } from './paste/read-pairing-code.js'
export { encodingOf } from './paste/encoding-of.js'
export { normaliseGaps, withoutGaps } from './paste/gaps.js'
export { SEARCH_BOUNDS, UNWRAPPINGS, searchPaste } from './paste/search.js'
export type { PasteSearch } from './paste/search.js'
export type { Unwrapping } from './paste/unwrapping.js'
export { PLAIN_URL, URL_CHARACTERS, URL_FAULTS, faultOfUrl } from './url/plain-url.js'
export type { UrlFault } from './url/plain-url.js'
export { hostOf, isOtherHost, shownHost, shownUrl } from './url/shown-url.js'
export { quoted } from './text/quoted.js'
export { consoleAddress, SECRET_PARAMETER, VIEW_PARAMETER } from './console-address.js'

import { CONSOLE_ROLES, type ConsoleRight, RULES_AUTHOR } from '@accord/shared/protocol'

import type { ConsoleCaller } from './console-sessions.ts'

/** Each role may do what those behind it may; publishing scripts is a right of its own, which no role brings along. */
export const mayActAs = (
  { role, isRulesAuthor }: Pick<ConsoleCaller, 'role' | 'isRulesAuthor'>,
  wanted: ConsoleRight,
): boolean =>
  wanted === RULES_AUTHOR
    ? isRulesAuthor && role !== 'auditor'
    : CONSOLE_ROLES.indexOf(role) <= CONSOLE_ROLES.indexOf(wanted)

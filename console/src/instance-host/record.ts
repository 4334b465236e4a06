import { apiBaseOf } from '@accord/shared/protocol'
import { scope } from '../../../now.config.json'
import { startRecordPage } from '../record-page/start-record-page.ts'
import type { PlatformWindow } from './instance-session.ts'

const page: PlatformWindow = window
void startRecordPage(page, { apiBase: apiBaseOf(scope), consolePage: `${scope}_console.do`, token: page.g_ck ?? '' })

/**
 * Loaded before `main.ts` of a bridge under measurement. Lifts the rate limits: they exist to hold back exactly the load
 * that is measured here, and everything comes from one address. Nothing else of the bridge is changed.
 */
import { DEFAULT_RATES } from '../../node-bridge/src/http/admission.ts'
import { answerProfile } from '../load/answer-profile.ts'
import { answerUsage } from '../load/answer-usage.ts'

const UNLIMITED = { burst: 1e9, perSecond: 1e9 }

Object.assign(DEFAULT_RATES, { perAddress: UNLIMITED, failuresPerInvitation: UNLIMITED, overall: UNLIMITED })
answerUsage()
answerProfile()

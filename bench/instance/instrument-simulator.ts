/** Loaded before the command line of the simulator that is measured. */
import { answerUsage } from '../load/answer-usage.ts'

answerUsage()

import type { ErrorComponentProps } from '@tanstack/react-router'
import { ProblemNotice } from '../problems/problem-notice.tsx'

/** A page that is loaded later and could not be: the router has loaded the console anew once before. */
export const FailedPage = ({ error }: ErrorComponentProps) => (
  <ProblemNotice thrown={error} onRetry={() => window.location.reload()} />
)

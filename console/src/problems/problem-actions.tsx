import { Anchor, Button, Group } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useHost } from '../host/console-host.ts'
import type { ShownProblem } from '../host/refusal.ts'
import { guideOf } from './guide-of.ts'

interface ProblemActionsProps {
  readonly problem: ShownProblem
  readonly onRetry: (() => void) | undefined
}

/** After a session ended, the login opens in another tab and this page goes on with what was typed. */
export function ProblemActions({ problem, onRetry }: ProblemActionsProps) {
  const { t } = useTranslation()
  const host = useHost()
  const sessionEnded = problem.code === 'session_ended'
  const retry = async () => {
    if (sessionEnded) await host.renewLogin()
    onRetry?.()
  }
  const guide = guideOf(problem.code)
  const canRetry = sessionEnded || problem.retry
  if (!sessionEnded && !(problem.retry && onRetry) && !guide) return null
  return (
    <Group gap="sm">
      {sessionEnded ? (
        <Button size="xs" onClick={host.openLogin}>
          {t('common.logInAgain')}
        </Button>
      ) : null}
      {onRetry && canRetry ? (
        <Button size="xs" variant="default" onClick={() => void retry()}>
          {t('common.tryAgain')}
        </Button>
      ) : null}
      {guide ? (
        <Anchor
          fz="sm"
          underline="always"
          renderRoot={(props) => <Link to="/help/$topic" params={{ topic: `guides.${guide}` }} {...props} />}
        >
          {t('common.guide')}
        </Anchor>
      ) : null}
    </Group>
  )
}

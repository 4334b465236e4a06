import { Anchor, List, Text } from '@mantine/core'
import type { Canary, CanaryPairView } from '@accord/shared/schemas'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { TimeText } from '../../parts/time-text.tsx'
import { faultText } from '../test-run/fault-text.ts'

interface CanaryResultProps {
  readonly connectionId: string
  readonly canary: Canary
}

/** How far it has come, what ended it, and which pairs fail. */
export function CanaryResult({ connectionId, canary }: CanaryResultProps) {
  const { t } = useTranslation()
  const { state, pairs, ofPairs, mostFailures, beganAt, beganBy, endedAt, endedBy, versions, note } = canary
  const count = (outcome: CanaryPairView['outcome']) => pairs.filter((pair) => pair.outcome === outcome).length
  const done = count('passed') + count('as_before')
  const failing = pairs.filter(({ outcome }) => outcome === 'failed' || outcome === 'as_before')
  const counts = t('canary.counts', { done, total: ofPairs, failed: count('failed') })
  const isUndecided = state === 'running' && pairs.length >= ofPairs && count('failed') > 0 && count('running') === 0
  return (
    <div role="status">
      <Text fw={600}>
        {versions.map(({ direction, version }) => t(`versions.${direction}`, { version })).join(', ')}:{' '}
        {t(isUndecided ? 'canary.undecided' : `canary.state.${state}`, { failures: mostFailures })}
      </Text>
      <Text fz="sm" c="dimmed">
        {t('canary.beganBy', { actor: beganBy })} <TimeText at={beganAt} show="both" />
        {endedAt ? (
          <>
            {'. '}
            {endedBy ? t('canary.endedBy', { actor: endedBy }) : t('canary.endedByItself')}{' '}
            <TimeText at={endedAt} show="both" />
          </>
        ) : null}
        {note === '' ? null : `. ${note}`}
      </Text>
      <Text fz="sm">{counts}</Text>
      {state === 'running' ? (
        <progress className="accord-progress" max={ofPairs} value={done} aria-label={counts} />
      ) : null}
      {failing.length > 0 ? (
        <List fz="sm" mt="xs">
          {failing.map((pair) => (
            <List.Item key={pair.itemId}>
              <FailingPair {...{ connectionId, pair }} />
            </List.Item>
          ))}
        </List>
      ) : null}
    </div>
  )
}

function FailingPair({ connectionId, pair }: { readonly connectionId: string; readonly pair: CanaryPairView }) {
  const { t, i18n } = useTranslation()
  const { itemId, key, outcome, code, message, script, line } = pair
  const place = { line, column: null, endLine: null, endColumn: null }
  const fault = { direction: script ?? ('incoming' as const), code: code ?? '', facts: {}, message, ...place }
  return (
    <>
      <Anchor
        fz="sm"
        renderRoot={(props) => (
          <Link to="/connections/$connectionId/pairs/$itemId" params={{ connectionId, itemId }} {...props} />
        )}
      >
        {key ?? t('canary.unnamed')}
      </Anchor>
      {': '}
      {faultText({ kind: 'failed', fault, paths: [] }, i18n)}
      {outcome === 'as_before' ? ` (${t('canary.asBefore')})` : null}
    </>
  )
}

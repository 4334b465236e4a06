import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { csvLine, type MatchedCandidates } from '@accord/shared/sync'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMatching } from '../api/use-matching.ts'
import { ProblemNotice } from '../problems/problem-notice.tsx'

interface FindByRuleProps {
  readonly connectionId: string
  readonly remote: string
  /** The lines of what belongs together. */
  readonly onFound: (csv: string) => void
}

const namesIn = (text: string): readonly string[] => text.split(/[\s,;]+/).filter((name) => name !== '')

/** The lines of the list are found by equal values of both sides; no value leaves either. */
export function FindByRule({ connectionId, remote, onFound }: FindByRuleProps) {
  const { t } = useTranslation()
  const [here, setHere] = useState('correlation_id')
  const [there, setThere] = useState('key')
  const [count, setCount] = useState(0)
  const { mutate, isPending, error, data } = useMatching(connectionId, setCount)
  const rule = { here: namesIn(here), there: namesIn(there) }
  const isUneven = rule.here.length !== rule.there.length
  const find = () => {
    if (isPending || isUneven || rule.here.length === 0) return
    setCount(0)
    const onSuccess = ({ pairs }: MatchedCandidates) =>
      onFound(pairs.map((pair) => csvLine([pair.here, pair.there])).join(''))
    mutate(rule, { onSuccess })
  }
  return (
    <details>
      <summary>{t('connectList.rule.label')}</summary>
      <Stack gap="sm" mt="sm">
        <Text fz="sm">{t('connectList.rule.text', { remote })}</Text>
        <TextInput
          label={t('connectList.rule.here')}
          description={t('connectList.rule.hereHint')}
          value={here}
          onChange={(event) => setHere(event.currentTarget.value)}
        />
        <TextInput
          label={t('connectList.rule.there', { remote })}
          description={t('connectList.rule.thereHint')}
          error={isUneven ? t('connectList.rule.uneven') : null}
          value={there}
          onChange={(event) => setThere(event.currentTarget.value)}
        />
        <Group gap="sm">
          <Button variant="default" loading={isPending} onClick={find}>
            {t('connectList.rule.find')}
          </Button>
          <Text fz="sm" role="status">
            {isPending ? t('connectList.rule.reading', { count }) : null}
            {data ? <Found matched={data} remote={remote} /> : null}
          </Text>
        </Group>
        {data && data.doubled.length > 0 ? <Doubled doubled={data.doubled} /> : null}
        {error ? <ProblemNotice thrown={error} onRetry={find} /> : null}
      </Stack>
    </details>
  )
}

function Found({ matched, remote }: { readonly matched: MatchedCandidates; readonly remote: string }) {
  const { t } = useTranslation()
  const { pairs, doubled, onlyHere, onlyThere } = matched
  const numbers = { pairs: pairs.length, doubled: doubled.length, here: onlyHere.length, there: onlyThere.length }
  return t('connectList.rule.found', { ...numbers, remote })
}

const SHOWN = 10

/** Nobody knows which of them is meant: a person names it above. */
function Doubled({ doubled }: Pick<MatchedCandidates, 'doubled'>) {
  return (
    <ul>
      {doubled.slice(0, SHOWN).map(({ here, there }) => (
        <li key={here[0]}>
          {here.slice(0, SHOWN).join(', ')} ⇄ {there.slice(0, SHOWN).join(', ')}
        </li>
      ))}
    </ul>
  )
}

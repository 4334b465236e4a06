import { Button, Group, Stack, Text } from '@mantine/core'
import type { ConditionField } from '@accord/shared/schemas'
import { Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConditionRow } from './condition-row.tsx'
import { changeAt, textOfRows } from './condition-rows.ts'
import { type Comparison, type Condition, readCondition } from './encoded-query.ts'

interface ConditionBuilderProps {
  /** Empty where nobody knows them. */
  readonly fields: readonly ConditionField[]
  readonly query: string
  readonly table: string
  readonly isReadOnly: boolean
  readonly onChange: (changes: { readonly query: string }) => void
}

const BEGUN: Comparison = { path: '', operator: '=', value: '' }

/** The condition by its fields, beside its text: whichever of the two is changed, the other one follows. */
export function ConditionBuilder({ fields, query, table, isReadOnly, onChange }: ConditionBuilderProps) {
  const { t } = useTranslation()
  const [own, setOwn] = useState<{ readonly rows: Condition; readonly query: string }>()
  // What somebody has begun and not completed is in no text: rows of here stand as long as the text is theirs.
  const rows = own && own.query === query.trim() ? own.rows : readCondition(query)
  if (fields.length === 0) return null
  if (!rows) return <Text fz="sm">{t('condition.textOnly')}</Text>
  const become = (next: Condition) => {
    const text = textOfRows(next)
    setOwn({ rows: next, query: text })
    if (text !== query.trim()) onChange({ query: text })
  }
  return (
    <Stack gap="xs" role="group" aria-label={t('condition.title')}>
      <Text fz="sm" fw={500}>
        {t('condition.title')}
      </Text>
      {rows.length === 0 ? <Text fz="sm">{t('condition.all', { table })}</Text> : null}
      {rows.map((group, at) => (
        <Stack key={at} gap={4}>
          {at > 0 ? <Text fz="sm">{t('condition.and')}</Text> : null}
          {group.map((comparison, place) => (
            <Fragment key={place}>
              {place > 0 ? (
                <Text fz="sm" pl="md">
                  {t('condition.or')}
                </Text>
              ) : null}
              <ConditionRow
                {...{ fields, comparison, isReadOnly }}
                onChange={(changed) => become(changeAt(rows, at, place, [changed]))}
                onOther={() => become(changeAt(rows, at, place, [comparison, { ...comparison, value: '' }]))}
                onRemove={() => become(changeAt(rows, at, place, []))}
              />
            </Fragment>
          ))}
        </Stack>
      ))}
      {isReadOnly ? null : (
        <Group>
          <Button variant="default" size="xs" onClick={() => become([...rows, [BEGUN]])}>
            {t('condition.add')}
          </Button>
        </Group>
      )}
    </Stack>
  )
}

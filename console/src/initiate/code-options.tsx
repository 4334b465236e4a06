import { Checkbox, NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ChangeDraft, InitiateDraft } from './initiate-draft.ts'
import { useValidityOptions } from './use-validity-options.ts'

/** How long the code lives, and whether this side decides once more when it was used. */
export function CodeOptions({ draft, change }: { readonly draft: InitiateDraft; readonly change: ChangeDraft }) {
  const { t } = useTranslation()
  const validity = useValidityOptions()
  return (
    <>
      <NativeSelect
        label={t('initiate.information.validFor')}
        data={validity}
        value={String(draft.validForMs)}
        onChange={(event) => change({ validForMs: Number(event.currentTarget.value) })}
        maw={220}
      />
      <Checkbox
        label={t('approval.ask')}
        description={t('approval.askHint')}
        checked={draft.approval}
        onChange={(event) => change({ approval: event.currentTarget.checked })}
      />
    </>
  )
}

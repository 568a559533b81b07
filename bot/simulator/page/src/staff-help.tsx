import { copy, order } from './state.ts'

export function StaffHelp({ channelKey, groupId }: { channelKey: string; groupId: string }) {
  const { value: t } = copy
  const act = (does: 'invites' | 'linksStaff') => void order('group', { channelKey, groupId, does })
  return (
    <details class="staff-help">
      <summary>{t.staffHelp}</summary>
      <p>{t.staffHelpText}</p>
      <button type="button" onClick={() => act('linksStaff')}>
        {t.linkStaff}
      </button>
      <button type="button" onClick={() => act('invites')}>
        {t.setUpGroup}
      </button>
    </details>
  )
}
